import { javaDate } from './javaDate';

describe('javaDate', () => {
  it('writes a time as the documents show it', () => {
    expect(javaDate(Date.UTC(2021, 0, 13, 5, 17, 58))).toBe(
      'Wed Jan 13 05:17:58 UTC 2021',
    );
    expect(javaDate(Date.UTC(2026, 11, 6, 23, 0, 9))).toBe(
      'Sun Dec 06 23:00:09 UTC 2026',
    );
  });
});
