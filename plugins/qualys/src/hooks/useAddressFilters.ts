import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';

type Shape = Record<string, z.ZodType>;

/** What the address of a page says of a list. */
export type AddressFilters<S extends Shape> = {
  [Name in keyof S]?: z.output<S[Name]>;
};

/** A change of filters; undefined takes a filter away. */
export type SetAddressFilters<S extends Shape> = (
  change: AddressFilters<S>,
  options?: { replace?: boolean },
) => void;

/**
 * What narrows and orders a list, as it stands in the address of the page, so
 * that it can be shared and gone back to.
 *
 * @param shape - the rules of what can stand there; what breaks them is left
 * out. The same each time.
 * @param narrowing - what of it leaves out parts of the list; all of it unless
 * given. The same each time.
 */
export function useAddressFilters<S extends Shape>(
  shape: S,
  narrowing?: readonly (keyof S & string)[],
): {
  filters: AddressFilters<S>;
  setFilters: SetAddressFilters<S>;
  /** Takes away all that narrows the list. */
  clear: () => void;
  /** Whether anything narrows the list. */
  filtered: boolean;
} {
  const [parameters, setParameters] = useSearchParams();
  const address = parameters.toString();
  const filters = useMemo(() => parse(shape, address), [shape, address]);

  const setFilters: SetAddressFilters<S> = useCallback(
    (change, options) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, String(value));
        }
        return after;
      }, options),
    [setParameters],
  );
  const names = narrowing ?? Object.keys(shape);
  const clear = () =>
    setFilters(
      Object.fromEntries(
        names.map(name => [name, undefined]),
      ) as AddressFilters<S>,
    );
  return {
    filters,
    setFilters,
    clear,
    filtered: names.some(name => filters[name] !== undefined),
  };
}

function parse<S extends Shape>(shape: S, address: string): AddressFilters<S> {
  const parameters = new URLSearchParams(address);
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const value = parameters.get(name);
      if (!value) return [];
      const parsed = schema.safeParse(value);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  ) as AddressFilters<S>;
}
