import type { ConnectorAssetsSettings } from '../api';
import { connectorAssetsAfter, connectorAssetsChanges } from '.';

const SCAN = {
  optionProfileId: '11001',
  recurrence: 'WEEKLY',
  daysOfWeek: ['MON', 'THU'],
  scanPrefix: 'payments',
  startDate: '2027-05-31',
  startTime: '03:30',
  timezone: 'Europe/Berlin',
};

const BEFORE: ConnectorAssetsSettings = {
  defaultTags: [{ id: '5', name: 'payments' }, { id: '6' }],
  activation: ['VM', 'PC'],
  perimeterScan: { enabled: true, configuration: SCAN },
};

const scan = (changes: Partial<typeof SCAN>) => ({
  perimeterScan: { enabled: true, configuration: { ...SCAN, ...changes } },
});

function told(changes: Partial<ConnectorAssetsSettings>) {
  return connectorAssetsChanges(BEFORE, { ...BEFORE, ...changes }).map(
    ({ setting, effect }) => [setting, effect],
  );
}

describe('the changes of what a connector makes of its assets', () => {
  it('are none where only names and order differ', () => {
    expect(
      told({
        defaultTags: [{ id: '6', name: 'production' }, { id: '5' }],
        activation: ['PC', 'VM'],
      }),
    ).toEqual([]);
  });

  it.each<[Partial<ConnectorAssetsSettings>, string, string]>([
    [
      { defaultTags: [...BEFORE.defaultTags!, { id: '7' }] },
      'defaultTags',
      'widening',
    ],
    [{ defaultTags: [{ id: '5' }, { id: '7' }] }, 'defaultTags', 'weakening'],
    [{ activation: ['VM', 'PC', 'SCA'] }, 'activation', 'widening'],
    [{ activation: [] }, 'activation', 'weakening'],
    [
      { perimeterScan: { enabled: false } },
      'perimeterScan.enabled',
      'weakening',
    ],
    [
      { perimeterScan: { enabled: true } },
      'perimeterScan.ownConfiguration',
      'weakening',
    ],
    [
      scan({ optionProfileId: '11002' }),
      'perimeterScan.optionProfileId',
      'weakening',
    ],
    [
      scan({ daysOfWeek: ['MON', 'TUE', 'THU'] }),
      'perimeterScan.daysOfWeek',
      'widening',
    ],
    [
      scan({ daysOfWeek: ['TUE', 'WED', 'FRI'] }),
      'perimeterScan.daysOfWeek',
      'weakening',
    ],
    [scan({ startDate: '2027-05-30' }), 'perimeterScan.startDate', 'neutral'],
    [scan({ startDate: '2027-06-01' }), 'perimeterScan.startDate', 'weakening'],
    [scan({ startTime: '04:30' }), 'perimeterScan.startTime', 'neutral'],
    [scan({ scanPrefix: 'p' }), 'perimeterScan.scanPrefix', 'neutral'],
  ])('of %j are told', (changes, setting, effect) => {
    expect(told(changes)).toEqual([[setting, effect]]);
  });

  it('of a scan that becomes daily are more', () => {
    expect(told(scan({ recurrence: 'DAILY', daysOfWeek: [] }))).toEqual([
      ['perimeterScan.recurrence', 'widening'],
      ['perimeterScan.daysOfWeek', 'widening'],
    ]);
  });

  it('name all of a scan that is switched on', () => {
    const off = { ...BEFORE, perimeterScan: { enabled: false } };
    expect(
      connectorAssetsChanges(off, BEFORE).map(({ setting, effect }) => [
        setting,
        effect,
      ]),
    ).toEqual([
      ['perimeterScan.enabled', 'widening'],
      ['perimeterScan.optionProfileId', 'neutral'],
      ['perimeterScan.recurrence', 'neutral'],
      ['perimeterScan.daysOfWeek', 'neutral'],
      ['perimeterScan.startDate', 'neutral'],
      ['perimeterScan.startTime', 'neutral'],
      ['perimeterScan.timezone', 'neutral'],
      ['perimeterScan.scanPrefix', 'neutral'],
    ]);
  });
});

describe('what is not known of a state', () => {
  it('is no change, and stays unknown', () => {
    for (const part of [
      'defaultTags',
      'activation',
      'perimeterScan',
    ] as const) {
      const { [part]: _, ...unknown } = BEFORE;
      expect(connectorAssetsChanges(unknown, BEFORE)).toEqual([]);
      expect(connectorAssetsChanges(BEFORE, unknown)).toEqual([]);
      expect(connectorAssetsAfter(unknown, {})).toEqual(unknown);
    }
  });
});

describe('the state after a change', () => {
  it('calls tags by what is known of them, and dates as they are written here', () => {
    const after = connectorAssetsAfter(
      BEFORE,
      {
        defaultTags: ['5', '8', '9'],
        perimeterScan: {
          enabled: true,
          configuration: {
            optionProfileId: '11001',
            recurrence: 'DAILY',
            startDate: { year: 2027, month: 6, day: 5 },
            startTime: '03:30',
            timezone: 'UTC',
          },
        },
      },
      [{ id: '8', name: 'new' }],
    );
    expect(after.defaultTags).toEqual([
      { id: '5', name: 'payments' },
      { id: '8', name: 'new' },
      { id: '9' },
    ]);
    expect(after.perimeterScan?.configuration).toMatchObject({
      startDate: '2027-06-05',
      daysOfWeek: [],
    });
    expect(after.activation).toEqual(BEFORE.activation);
  });
});
