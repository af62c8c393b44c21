import {
  REQUEST_STATES,
  REQUEST_TRANSITIONS,
  type RequestAction,
  type RequestEvent,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import { connectorRequest } from '../../__testUtils__/requestFixtures';
import { courseOf } from './courseOf';

/** A request with which these things were done, one after the other. */
function requestAfter(
  actions: RequestAction[],
  access: { arn?: string; keyHeld: boolean } = { keyHeld: false },
) {
  let state: RequestState = 'draft';
  const events = actions.map((action, index): RequestEvent => {
    const from = state;
    const to = REQUEST_TRANSITIONS[action][from];
    if (!to) throw new Error(`${action} cannot be done in ${from}`);
    state = to;
    return { id: String(index), at: '2026-03-01T10:00:00Z', action, from, to };
  });
  return connectorRequest({ state, events, access });
}

function told(...given: Parameters<typeof requestAfter>) {
  return courseOf(requestAfter(...given)).map(
    ({ state, status }) => `${state} ${status}`,
  );
}

const ARN = 'arn:aws:iam::012345678901:role/Qualys';

describe('the course of a request', () => {
  it('is all to come of a draft', () => {
    expect(told(['save'])).toEqual([
      'draft now',
      'submitted ahead',
      'approved ahead',
      'awaitingAccess ahead',
      'provisioning ahead',
      'verifying ahead',
      'active ahead',
    ]);
  });

  it('leaves out the wait for access where it was given at once', () => {
    const access = { arn: ARN, keyHeld: false };
    expect(told(['submit'], access)).toEqual([
      'draft done',
      'submitted now',
      'approved ahead',
      'provisioning ahead',
      'verifying ahead',
      'active ahead',
    ]);
    expect(
      told(['submit', 'approve', 'provision', 'verify', 'activate'], access),
    ).toEqual([
      'draft done',
      'submitted done',
      'approved done',
      'provisioning done',
      'verifying done',
      'active done',
    ]);
  });

  it('begins anew where the request was taken back', () => {
    expect(told(['submit', 'withdraw'])).toEqual([
      'draft now',
      'submitted ahead',
      'approved ahead',
      'awaitingAccess ahead',
      'provisioning ahead',
      'verifying ahead',
      'active ahead',
    ]);
  });

  const FAILED: RequestAction[] = [
    'submit',
    'approve',
    'awaitAccess',
    'giveAccess',
    'verify',
    'fail',
  ];

  it('can go on from where it failed', () => {
    expect(told([...FAILED, 'giveAccess'])).toEqual([
      'draft done',
      'submitted done',
      'approved done',
      'awaitingAccess done',
      'provisioning done',
      'verifying done',
      'failed now',
      'active ahead',
    ]);
    expect(told([...FAILED, 'retry'])).toEqual([
      'draft done',
      'submitted done',
      'approved done',
      'awaitingAccess done',
      'provisioning now',
      'verifying ahead',
      'active ahead',
    ]);
  });

  it.each<[RequestAction[], string[]]>([
    [
      ['submit', 'reject'],
      ['submitted done', 'rejected stopped'],
    ],
    [
      ['submit', 'expire'],
      ['submitted done', 'expired stopped'],
    ],
    [
      ['submit', 'approve', 'cancel'],
      ['submitted done', 'approved done', 'cancelled stopped'],
    ],
  ])('ends where %j have ended it', (actions, steps) => {
    expect(told(actions)).toEqual(['draft done', ...steps]);
  });

  it('says that it had failed before it ended', () => {
    expect(told([...FAILED, 'cancel']).slice(-3)).toEqual([
      'verifying done',
      'failed stopped',
      'cancelled stopped',
    ]);
  });

  it('holds the state of now exactly once, whatever it is', () => {
    for (const state of REQUEST_STATES) {
      const course = courseOf(connectorRequest({ state }));
      const here = course.filter(step => step.state === state);
      expect(here.map(({ status }) => status)).toEqual([
        expect.stringMatching(/now|stopped|done/),
      ]);
    }
  });
});
