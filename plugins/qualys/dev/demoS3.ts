import {
  s3Changes,
  type ClaimedS3Integration,
  type S3Integration,
  type S3IntegrationSettings,
  type SettingsAction,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type BoundObject, type QualysApi } from '../src';
import { minutesAgo } from '../src/__testUtils__/fixtures';
import {
  acceptedS3,
  s3Integration,
  s3Settings,
  settingsEntry,
} from '../src/__testUtils__/s3Fixtures';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

const ME = 'user:default/guest';
const EXTERNAL_ID = 'US_POD_2-4711-3f6b1f0a-6d7c-4c0a-9a5e-0f2d6f7c1a01';

/** One that two people change at the same time. */
const CONTESTED = '1002';
/** One whose answers are lost. */
const LOST = '1004';

const integrations = new Map(
  [
    s3Integration({
      externalId: {
        by: 'user:default/pat',
        at: minutesAgo(60 * 24 * 90),
        value: EXTERNAL_ID,
        trusted: true,
      },
    }),
    s3Integration({
      id: CONTESTED,
      source: 'entered',
      settings: s3Settings({
        name: 'ledger-findings',
        bucketName: undefined,
        accessPointArn: 'arn:aws:s3:eu-west-2:012345678901:accesspoint/ledger',
        filterQuery: {
          vuln: 'severity >= 3 AND category: `Confirmed` AND NOT superseded: true',
          asset: '',
          removeVulnFilter: false,
          removeAssetFilter: true,
        },
      }),
    }),
    s3Integration({
      id: '1003',
      settings: undefined,
      source: undefined,
      settled: undefined,
    }),
    s3Integration({
      id: LOST,
      settings: s3Settings({ name: 'search-findings' }),
      uncertain: {
        by: 'user:default/sam',
        at: minutesAgo(25),
        settings: s3Settings({ name: 'search-findings', minSeverity: 4 }),
        externalId: false,
      },
    }),
    s3Integration({
      id: '1005',
      settings: s3Settings({ name: 'shop-findings', errorEmails: [] }),
      externalId: {
        by: 'user:default/sam',
        at: minutesAgo(130),
        value: EXTERNAL_ID,
        trusted: false,
      },
    }),
  ].map(one => [one.id, one]),
);

const history: SettingsHistoryEntry[] = [
  settingsEntry({
    id: 'h4',
    at: minutesAgo(60 * 24 * 2),
    actor: 'user:default/sam',
    outcome: 'refused',
    changes: [
      {
        setting: 'roleArn',
        effect: 'neutral',
        before: s3Settings().roleArn,
        after: 'arn:aws:iam::012345678901:role/findings',
      },
    ],
    reason: undefined,
  }),
  settingsEntry({
    id: 'h3',
    changes: [
      { setting: 'minSeverity', effect: 'weakening', before: 2, after: 3 },
      {
        setting: 'filterQuery.vuln',
        effect: 'widening',
        before: 'category: `Confirmed`',
        after: s3Settings().filterQuery.vuln,
      },
      {
        setting: 'errorEmails',
        effect: 'weakening',
        before: ['a@example.com', 'b@example.com', 'payments@example.com'],
        after: ['payments@example.com', 'oncall@example.com'],
      },
    ],
  }),
  settingsEntry({
    id: 'h2',
    at: minutesAgo(60 * 24 * 30),
    action: 'confirmExternalId',
    changes: [],
    reason: undefined,
    settings: undefined,
  }),
  settingsEntry({
    id: 'h1',
    at: minutesAgo(60 * 24 * 40),
    action: 'adopt',
    changes: [],
    reason: undefined,
    settings: { ...s3Settings({ minSeverity: 2 }) },
  }),
];

/** The S3 integrations of the dev app that an entity claims. */
export function demoS3Claims(name: string): ClaimedS3Integration[] {
  const bound = [...integrations.values()].map(acceptedS3);
  switch (name) {
    case 'ledger':
      return [
        ...bound,
        { subscription: 'main', objectId: '1006', state: 'open' },
        { subscription: 'main', objectId: '1007', state: 'rejected' },
        { subscription: 'main', objectId: '1008', state: 'withdrawn' },
      ];
    case 'archive':
      return bound.slice(0, 1);
    default:
      return [];
  }
}

function find(id: string): S3Integration {
  const found = integrations.get(id);
  if (!found) {
    throw new QualysApiError('There is no such integration.', {
      code: 'notFound',
      status: 404,
    });
  }
  return found;
}

let count = 1;

/** Keeps a change, where it was made from the present state. */
function keep(
  object: BoundObject,
  version: string,
  change: Partial<S3Integration>,
  done: {
    action: SettingsAction;
    reason?: string;
    settings?: S3IntegrationSettings;
  },
): S3Integration {
  const before = find(object.id);
  if (before.version !== version) {
    throw new QualysApiError('It has changed meanwhile.', {
      code: 'preconditionFailed',
      status: 412,
      current: before,
    });
  }
  const after = { ...before, ...change, version: `v${++count}` };
  integrations.set(object.id, after);
  const { settings, ...others } = done;
  history.unshift(
    settingsEntry({
      id: `n${count}`,
      at: new Date().toISOString(),
      actor: ME,
      objectId: object.id,
      changes:
        before.settings && settings ? s3Changes(before.settings, settings) : [],
      settings: settings && { ...settings },
      ...others,
      reason: others.reason,
    }),
  );
  return after;
}

function now() {
  return { by: ME, at: new Date().toISOString() };
}

/** Somebody else saves between the opening of the form and the saving. */
function interfere({ id }: BoundObject) {
  const before = find(id);
  if (id !== CONTESTED || before.version !== 'v1' || !before.settings) return;
  integrations.set(id, {
    ...before,
    version: 'v1-sam',
    settings: {
      ...before.settings,
      sendVulnInfo: false,
      errorEmails: ['ledger@example.com'],
    },
    source: 'applied',
    settled: { by: 'user:default/sam', at: minutesAgo(1) },
  });
}

/** The calls about S3 integrations. */
export const demoS3: Pick<
  QualysApi,
  | 'getS3Integration'
  | 'updateS3Integration'
  | 'adoptS3Integration'
  | 'regenerateS3ExternalId'
  | 'confirmS3ExternalId'
  | 'getEntityHistory'
  | 'getHistory'
  | 'getHistoryCsv'
> = {
  async getS3Integration({ id }) {
    await wait();
    return find(id);
  },
  async updateS3Integration(object, version, { settings, reason }) {
    await wait();
    interfere(object);
    const whole = settings as S3IntegrationSettings;
    if (object.id === LOST && find(LOST).version === version) {
      const before = find(LOST);
      integrations.set(LOST, {
        ...before,
        version: `v${++count}`,
        uncertain: { ...now(), settings: whole, externalId: false },
      });
      throw new QualysApiError('Qualys did not answer within 30 seconds.', {
        code: 'outcomeUnknown',
        status: 504,
      });
    }
    return keep(
      object,
      version,
      {
        settings: whole,
        source: 'applied',
        settled: now(),
        uncertain: undefined,
      },
      { action: 'update', reason, settings: whole },
    );
  },
  async adoptS3Integration(object, version, { settings }) {
    await wait();
    const whole = settings as S3IntegrationSettings;
    return keep(
      object,
      version,
      { settings: whole, source: 'entered', settled: now() },
      { action: 'adopt', settings: whole },
    );
  },
  async regenerateS3ExternalId(object, version, { reason }) {
    await wait();
    const externalId = { ...now(), value: EXTERNAL_ID, trusted: false };
    return keep(
      object,
      version,
      { externalId },
      { action: 'regenerateExternalId', reason },
    );
  },
  async confirmS3ExternalId(object, version) {
    await wait();
    const { externalId } = find(object.id);
    return keep(
      object,
      version,
      { externalId: externalId && { ...externalId, trusted: true } },
      { action: 'confirmExternalId' },
    );
  },
  async getEntityHistory(_, { objectId, cursor = '0' }) {
    await wait();
    const all = history.filter(entry => entry.objectId === objectId);
    const start = Number(cursor);
    const end = start + 3;
    return {
      items: all.slice(start, end),
      nextCursor: end < all.length ? String(end) : undefined,
    };
  },
  async getHistory() {
    await wait();
    return { items: history };
  },
  async getHistoryCsv() {
    await wait();
    return [
      'at,actor,action',
      ...history.map(({ at, actor, action }) => [at, actor, action].join(',')),
    ].join('\r\n');
  },
};
