import fc from 'fast-check';
import { complaints } from '../connectors/settings/__testUtils__/settings';
import {
  perimeterScanInputSchema,
  perimeterScanName,
  readScanStartDate,
  SCAN_DATE_FORMATS,
  scanStartDateSchema,
  writeScanStartDate,
} from '.';
import { SCAN } from './__testUtils__/settings';

const scan = (configuration: object) => ({
  enabled: true,
  configuration: { ...SCAN, ...configuration },
});

describe('a perimeter scan', () => {
  it.each([
    [{ enabled: false }],
    [{ enabled: true }],
    [scan({})],
    [scan({ recurrence: 'DAILY', daysOfWeek: undefined })],
    [scan({ scanPrefix: undefined })],
    [scan({ startDate: { year: 2024, month: 2, day: 29 } })],
    [scan({ startTime: '00:00', timezone: 'UTC' })],
  ])('is taken: %j', input => {
    expect(perimeterScanInputSchema.parse(input)).toEqual(input);
  });

  it.each([
    [{}, /^enabled: must be true or false/],
    [
      { enabled: false, configuration: SCAN },
      /^configuration: must be left out where enabled is false/,
    ],
    [scan({ recurrence: 'DAILY' }), /daysOfWeek: must be left out/],
    [scan({ daysOfWeek: undefined }), /daysOfWeek: must name at least one/],
    [scan({ daysOfWeek: [] }), /daysOfWeek: must name at least one/],
    [scan({ daysOfWeek: ['SUN', 'SUN'] }), /daysOfWeek: must name each day/],
    [scan({ daysOfWeek: ['Sunday'] }), /daysOfWeek.0: must be one of SUN/],
    [scan({ recurrence: 'MONTHLY' }), /recurrence: must be one of DAILY/],
    [scan({ optionProfileId: 2 }), /optionProfileId: must be the id/],
    [scan({ startDate: '31/05/2022' }), /startDate: must be a day/],
    [scan({ startDate: '2022-02-30' }), /startDate: must be a day/],
    [scan({ startDate: { year: 2022, month: 13, day: 1 } }), /startDate: /],
    [scan({ startDate: new Date(0) }), /startDate: must be a day/],
    [scan({ startTime: '24:00' }), /startTime: must be a time/],
    [scan({ startTime: '9:00' }), /startTime: must be a time/],
    [scan({ timezone: 'Africa/Nowhere' }), /timezone: must be the name/],
    [scan({ timezone: '+02:00' }), /timezone: must be the name/],
    [scan({ startHour: 4 }), /configuration.startHour: is no setting/],
  ])('is refused: %j', (input, complaint) => {
    expect(complaints(perimeterScanInputSchema, input)[0]).toMatch(complaint);
  });

  it('has a name whose form is known', () => {
    expect(perimeterScanName('nightly', '843003')).toBe(
      'nightly-843003-<timestamp>',
    );
    expect(perimeterScanName('nightly')).toBe(
      'nightly-<connectorId>-<timestamp>',
    );
  });
});

describe('the first day of a scan', () => {
  it('is written in both ways that the document shows', () => {
    expect(writeScanStartDate('2022-05-31')).toBe('05/31/2022');
    expect(writeScanStartDate('2022-05-31', 'dd/MM/yyyy')).toBe('31/05/2022');
    const parts = { year: 2022, month: 5, day: 1 };
    expect(writeScanStartDate(parts)).toBe('05/01/2022');
    expect(() => writeScanStartDate('31/05/2022')).toThrow(RangeError);
  });

  it.each([
    ['31/05/2022', undefined, '2022-05-31'],
    ['05/31/2022', undefined, '2022-05-31'],
    ['05/05/2022', undefined, '2022-05-05'],
    ['05/06/2022', undefined, undefined],
    ['05/06/2022', 'MM/dd/yyyy', '2022-05-06'],
    ['05/06/2022', 'dd/MM/yyyy', '2022-06-05'],
    ['31/05/2022', 'MM/dd/yyyy', undefined],
    ['2022-05-31', undefined, undefined],
    ['31/31/2022', undefined, undefined],
    ['', undefined, undefined],
  ] as const)(
    'is read from %j, known to be %s, as %s',
    (text, format, date) => {
      expect(readScanStartDate(text, format)).toBe(date);
    },
  );

  it('is read back as it was written, whichever day', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1000-01-01'),
          max: new Date('9999-12-31'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...SCAN_DATE_FORMATS),
        (time, format) => {
          const date = time.toISOString().slice(0, 10);
          expect(scanStartDateSchema.parse(date)).toBe(date);
          const written = writeScanStartDate(date, format);
          expect(readScanStartDate(written, format)).toBe(date);
          expect([undefined, date]).toContain(readScanStartDate(written));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
