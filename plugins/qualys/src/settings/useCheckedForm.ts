import { useMemo } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';

/** Says what is wrong with a field; of what is said of one, the first stays. */
export type Complain<Values> = (field: keyof Values, message: string) => void;

/**
 * A form of settings under the rules of a resolver. A field is checked once it
 * was left.
 *
 * @param first - what it begins with
 */
export function useResolvedForm<Values extends FieldValues, Update>(
  first: Values,
  resolver: Resolver<Values, unknown, Update>,
): UseFormReturn<Values, unknown, Update> {
  return useForm<Values, unknown, Update>({
    resolver,
    defaultValues: first as DefaultValues<Values>,
    mode: 'onTouched',
    // The order of the fields in the form counts, not that of their making.
    shouldFocusError: false,
  });
}

/**
 * A form of settings under rules that speak of one field at a time.
 *
 * @param first - what it begins with
 * @param check - turns what was typed into what is sent, and complains of what
 * is wrong with it; the same function as long as the rules are the same
 */
export function useCheckedForm<Values extends FieldValues, Update>(
  first: Values,
  check: (typed: Values, complain: Complain<Values>) => Update,
): UseFormReturn<Values, unknown, Update> {
  const resolver = useMemo<Resolver<Values, unknown, Update>>(
    () => async typed => {
      const errors: FieldErrors<Values> = {};
      const update = check(typed, (field, message) => {
        errors[field] ??= { type: 'custom', message } as never;
      });
      return Object.keys(errors).length === 0
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [check],
  );
  return useResolvedForm(first, resolver);
}
