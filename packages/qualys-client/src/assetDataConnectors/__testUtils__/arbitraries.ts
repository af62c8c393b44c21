import fc from 'fast-check';
import { SCAN_DAYS } from 'qualys-model';

const DIGITS = '0123456789';
/** Texts of digits. */
export const digits = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength, maxLength });
/** Ids of objects. */
export const ids = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String);
/**
 * Texts without what XML cannot carry: white space around them, and control
 * characters.
 */
export const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('012', 'true', '1e3', '<a>&amp;', ']]>', '{}', 'null'),
  )
  .map(text => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '').trim())
  .filter(text => text !== '');
/** Something that may be left out. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
/** Days of the week. */
export const days = fc.uniqueArray(fc.constantFrom(...SCAN_DAYS));
/** Dates as ISO 8601. */
export const dates = fc
  .date({
    min: new Date('1970-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

/** A value as JSON carries it: members without a value are gone. */
export const withoutUndefined = (value: unknown) =>
  JSON.parse(JSON.stringify(value));
