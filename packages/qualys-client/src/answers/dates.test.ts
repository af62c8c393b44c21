import fc from 'fast-check';
import { isoDateOf } from './dates';

describe('a date of CloudView', () => {
  it.each([
    ['Wed Jan 13 05:17:58 UTC 2021', '2021-01-13T05:17:58.000Z'],
    ['Wed Jan 13 05:17:58 GMT 2021', '2021-01-13T05:17:58.000Z'],
    ['Fri Apr 1 10:33:08 UTC 2020', '2020-04-01T10:33:08.000Z'],
    ['Fri Apr  1 10:33:08 UTC 2020', '2020-04-01T10:33:08.000Z'],
    ['Fri Apr 01 10:33:08 UTC 2020', '2020-04-01T10:33:08.000Z'],
    [' Thu Feb 29 23:59:59 UTC 2024 ', '2024-02-29T23:59:59.000Z'],
    ['Wed Jan 13 05:17:58 GMT+05:30 2021', '2021-01-12T23:47:58.000Z'],
    ['Wed Jan 13 05:17:58 GMT-0330 2021', '2021-01-13T08:47:58.000Z'],
    ['2021-01-13T05:17:58Z', '2021-01-13T05:17:58.000Z'],
    ['2021-01-13T05:17:58.000+0000', '2021-01-13T05:17:58.000Z'],
    ['2021-01-13T05:17:58.123456-03:30', '2021-01-13T08:47:58.123Z'],
  ])('%s', (text, iso) => {
    expect(isoDateOf(text)).toBe(iso);
  });

  it.each([
    '',
    'never',
    'Wed Jan 13 2021',
    'Mon Feb 30 05:17:58 UTC 2021',
    'Mon Feb 29 05:17:58 UTC 2023',
    'Mon Jan 13 24:00:00 UTC 2021',
    'Mon Jan 13 05:60:00 UTC 2021',
    'Mon Jan 13 05:17:60 UTC 2021',
    'Mon Foo 13 05:17:58 UTC 2021',
    // The offset of an abbreviation such as IST depends on who writes it.
    'Wed Jan 13 05:17:58 IST 2021',
    '2021-01-13T05:17:58 IST',
    '2021-01-13T05:17:58 EST',
    '2021-13-45T99:99',
    '1610515078000',
  ])('that cannot be understood is none: %s', text => {
    expect(isoDateOf(text)).toBeUndefined();
  });

  it('is in UTC where it names no offset, wherever it is read', () => {
    // Where the tests run in UTC, the local time would pass, too.
    const parse = jest.spyOn(Date, 'parse');
    try {
      expect(isoDateOf('2021-01-13T05:17')).toBe('2021-01-13T05:17:00.000Z');
      expect(isoDateOf('2021-01-13T05:17:58.5')).toBe(
        '2021-01-13T05:17:58.500Z',
      );
      for (const [text] of parse.mock.calls) expect(text).toMatch(/Z$/);
    } finally {
      parse.mockRestore();
    }
  });

  it('comes back from what Java writes', () => {
    const pad = (value: number, to = 2) => String(value).padStart(to, '0');
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1970-01-01T00:00:00Z'),
          max: new Date('2999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        date => {
          date.setUTCMilliseconds(0);
          const [, day, month] = date.toUTCString().match(/^\w+, (\d+) (\w+)/)!;
          const time = [
            date.getUTCHours(),
            date.getUTCMinutes(),
            date.getUTCSeconds(),
          ].map(value => pad(value));
          const java = `Mon ${month} ${day} ${time.join(':')} UTC ${pad(
            date.getUTCFullYear(),
            4,
          )}`;
          expect(isoDateOf(java)).toBe(date.toISOString());
        },
      ),
    );
  });
});
