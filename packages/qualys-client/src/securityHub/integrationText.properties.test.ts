import type { SecurityHubIntegration } from 'qualys-model';
import fc from 'fast-check';
import {
  anyDamage,
  anyName,
  anyPrinted,
  javaPrint,
  UNDAMAGED,
  type Printed,
} from './__testUtils__/javaPrint';
import { readIntegrations } from './integrationText';
import { JavaTextError } from './javaReader';

const RUNS = { numRuns: 10_000 };

/** What was read of a text, or the error that says why nothing was. */
function reading(text: string): SecurityHubIntegration[] | JavaTextError {
  try {
    return readIntegrations(text);
  } catch (error) {
    if (error instanceof JavaTextError) return error;
    throw error;
  }
}

/** A name as it is read: without space around it, and without quotes around all of it. */
function readName(name: string): string {
  const trimmed = name.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1)
    : trimmed;
}

const expected = (printed: Printed) => ({
  ...printed,
  name: readName(printed.name),
});

const form = fc.constantFrom('bare' as const, 'wrapped' as const);

describe('Security Hub integrations as Java prints them', () => {
  it('are read back as they were, for any name without the member that follows it', () => {
    fc.assert(
      fc.property(anyPrinted, form, (printed, shape) => {
        fc.pre(!/,\s*integrationId\s*=/.test(printed.name));
        expect(reading(javaPrint(printed, shape))).toEqual([expected(printed)]);
      }),
      RUNS,
    );
  });

  it('are never read as anything else, for any name', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyPrinted, form, (printed, shape) => {
        const right = [expected(printed)];
        const result = reading(javaPrint(printed, shape));
        const isRefused = result instanceof JavaTextError;
        expect(isRefused ? right : result).toEqual(right);
        refused += Number(isRefused);
      }),
      RUNS,
    );
    // Few names look so much like the rest of the text.
    expect(refused).toBeLessThan(RUNS.numRuns / 50);
  });

  it('are read back with the damage that the documents show', () => {
    fc.assert(
      fc.property(anyPrinted, anyDamage, (printed, damage) => {
        fc.pre(!/[{}[\]]|,\s*integrationId\s*=/.test(printed.name));
        const text = javaPrint(printed, 'wrapped', damage);
        expect(reading(text)).toEqual([expected(printed)]);
      }),
      RUNS,
    );
  });

  it('are never read as anything else with that damage, for any name', () => {
    fc.assert(
      fc.property(anyPrinted, form, anyDamage, (printed, shape, damage) => {
        const right = [expected(printed)];
        const result = reading(javaPrint(printed, shape, damage));
        expect(result instanceof JavaTextError ? right : result).toEqual(right);
      }),
      RUNS,
    );
  });

  it('are read in any number out of a list, with plain names', () => {
    fc.assert(
      fc.property(
        fc.array(anyPrinted, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('[bare]', '[wrapped]', '{VM=[bare]}'),
        fc.constantFrom(', ', ',\n', '', '\n'),
        (many, shape, separator) => {
          fc.pre(many.every(({ name }) => !/integrationId|\}/.test(name)));
          const inner = shape === '[wrapped]' ? 'wrapped' : 'bare';
          const list = many
            .map(printed => javaPrint(printed, inner))
            .join(separator);
          const text = shape === '{VM=[bare]}' ? `{VM=[${list}]}` : `[${list}]`;
          expect(reading(text)).toEqual(many.map(expected));
        },
      ),
      RUNS,
    );
  });

  it('are refused where two of them stand side by side, which is also one with an odd name', () => {
    fc.assert(
      fc.property(anyPrinted, anyPrinted, form, (one, two, shape) => {
        const text = `${javaPrint(one, shape)}, ${javaPrint(two, shape)}`;
        expect(reading(text)).toBeInstanceOf(JavaTextError);
      }),
      RUNS,
    );
  });

  it('are never read from a beginning of their text that lacks more than braces', () => {
    fc.assert(
      fc.property(anyPrinted, form, fc.nat(), (printed, shape, at) => {
        fc.pre(!/[{}[\]]/.test(printed.name));
        const text = javaPrint(printed, shape, UNDAMAGED);
        const cut = text.slice(0, at % text.length);
        const braces = shape === 'wrapped' ? 2 : 1;
        fc.pre(text.length - cut.length > braces);
        expect(reading(cut)).toBeInstanceOf(JavaTextError);
      }),
      RUNS,
    );
  });

  it('never fail in another way, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyName, fc.constantFrom('{', '}', '[', ']')), {
          maxLength: 30,
        }),
        parts => {
          const text = parts.join('');
          expect(() => reading(text)).not.toThrow();
          expect(() => reading(`{name=${text}`)).not.toThrow();
        },
      ),
      RUNS,
    );
  });
});
