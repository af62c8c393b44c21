import { mockServices } from '@backstage/backend-test-utils';
import {
  nextRequestState,
  type RequestAction,
  type RequestEvent,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import type { RequestRecord } from './store';
import { createRequestTeller } from './tell';

const ASKER = 'user:default/asker';
const PLATFORM = 'group:default/platform';
const OTHER = 'user:default/other';

const ID = '0198f0a0-1111-7000-8000-000000000001';
const NAME = 'the AWS connector Payments';

function record(changes: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id: ID,
    version: 2,
    state: 'submitted',
    subscription: 'main',
    provider: 'AWS',
    createThrough: 'assetManagement',
    requester: ASKER,
    settings: { name: 'Payments', purpose: 'Because' },
    createdAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    submittedAt: '2026-03-01T09:00:00.000Z',
    looks: 0,
    ...changes,
  };
}

interface Deed extends Partial<RequestEvent> {
  action: RequestAction;
}

/** What happens in a row, from a state on. */
function happenings(from: RequestState, deeds: readonly Deed[]) {
  let state = from;
  return deeds.map((deed, index): RequestEvent => {
    const to = nextRequestState(state, deed.action)!;
    const event = {
      id: String(index),
      at: '2026-03-01T09:00:00.000Z',
      from: state,
      to,
      ...deed,
    };
    state = to;
    return event;
  });
}

/** Tells what has happened, and gives what was said to whom. */
function tell(of: RequestRecord, events: readonly RequestEvent[]) {
  const send = jest.fn(async (_sent: any) => {});
  createRequestTeller({
    events: mockServices.events.mock(),
    logger: mockServices.logger.mock(),
    notifications: { send } as never,
    pagePath: '/qualys',
    recipients: [PLATFORM],
    signals: { publish: async () => {} },
  })(of, events);
  return send.mock.calls.map(([{ recipients, payload }]) => ({
    to: recipients.entityRef.join(),
    but: recipients.excludeEntityRef,
    title: payload.title,
    link: payload.link,
  }));
}

const titlesTo = (whom: string, told: ReturnType<typeof tell>) =>
  told.filter(({ to }) => to === whom).map(({ title }) => title);

describe('what is told of a request', () => {
  it.each<
    [string, RequestState, Deed[], string | undefined, string | undefined]
  >([
    [
      'that was submitted',
      'draft',
      [{ action: 'submit', actor: ASKER }],
      undefined,
      `Somebody asks for ${NAME}`,
    ],
    [
      'that was taken back',
      'submitted',
      [{ action: 'withdraw', actor: ASKER }],
      undefined,
      `The request for ${NAME} was taken back`,
    ],
    [
      'that somebody has cancelled',
      'submitted',
      [{ action: 'cancel', actor: OTHER }],
      `Your request for ${NAME} was cancelled`,
      `The request for ${NAME} was cancelled`,
    ],
    [
      'that somebody has approved',
      'submitted',
      [{ action: 'approve', actor: OTHER }, { action: 'awaitAccess' }],
      `Your request for ${NAME} was approved: now its role is needed`,
      `The request for ${NAME} was approved`,
    ],
    [
      'that somebody has rejected',
      'submitted',
      [{ action: 'reject', actor: OTHER }],
      `Your request for ${NAME} was rejected`,
      `The request for ${NAME} was rejected`,
    ],
    [
      'that has expired',
      'submitted',
      [{ action: 'expire' }],
      `Your request for ${NAME} has expired`,
      `The request for ${NAME} has expired`,
    ],
    [
      'that has failed',
      'provisioning',
      [{ action: 'fail' }],
      `Creating ${NAME} did not work`,
      `Creating ${NAME} did not work`,
    ],
    [
      'that has come alive',
      'verifying',
      [{ action: 'activate' }],
      'The AWS connector Payments is active',
      'The AWS connector Payments is active',
    ],
    [
      'that is read',
      'provisioning',
      [{ action: 'verify' }],
      undefined,
      undefined,
    ],
  ])('%s', (_, from, deeds, toAsker, toApprovers) => {
    const told = tell(record(), happenings(from, deeds));
    expect(titlesTo(ASKER, told)).toEqual(toAsker ? [toAsker] : []);
    expect(titlesTo(PLATFORM, told)).toEqual(toApprovers ? [toApprovers] : []);
    for (const { link } of told) expect(link).toBe(`/qualys/requests/${ID}`);
  });

  it('is not that it waits for those who decide where a rule has approved it', () => {
    const told = tell(
      record({ state: 'awaitingAccess' }),
      happenings('draft', [
        { action: 'submit', actor: ASKER },
        { action: 'approve', rule: 'Sandbox accounts' },
        { action: 'awaitAccess' },
      ]),
    );
    expect(titlesTo(PLATFORM, told)).toEqual([
      `The request for ${NAME} was approved by the rule Sandbox accounts`,
    ]);
    expect(titlesTo(ASKER, told)).toEqual([
      `Your request for ${NAME} was approved: now its role is needed`,
    ]);
  });

  it('is not that it waits for them where nobody was asked', () => {
    const at = '2026-03-01T09:00:00.000Z';
    const told = tell(
      record({
        state: 'approved',
        decision: { approved: true, by: ASKER, direct: true, at },
      }),
      happenings('draft', [
        { action: 'submit', actor: ASKER },
        { action: 'approve', actor: ASKER },
      ]),
    );
    expect(told).toEqual([
      {
        to: PLATFORM,
        but: ASKER,
        title: `Somebody creates ${NAME} without asking`,
        link: `/qualys/requests/${ID}`,
      },
    ]);
  });

  it.each(['cancel', 'expire'] as const)(
    'is nothing to those who decide where nobody had asked them: %s',
    action => {
      const draft = record({ state: 'draft', submittedAt: undefined });
      const told = tell(draft, happenings('draft', [{ action }]));
      expect(titlesTo(PLATFORM, told)).toEqual([]);
      expect(titlesTo(ASKER, told)).toHaveLength(1);
    },
  );

  it('is not told to who has done it', () => {
    const told = tell(
      record(),
      happenings('submitted', [{ action: 'cancel', actor: ASKER }]),
    );
    expect(told.map(({ to, but }) => [to, but])).toEqual([[PLATFORM, ASKER]]);
  });
});
