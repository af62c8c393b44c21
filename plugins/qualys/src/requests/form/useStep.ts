import { useCallback } from 'react';
import { z } from 'zod';
import { useAddressFilters } from '../../hooks/useAddressFilters';
import { REQUEST_STEPS, type RequestStep } from './steps';

const ADDRESS = { step: z.enum(REQUEST_STEPS) };

/**
 * The step of the form that is open. It stands in the address, so that the
 * browser's own way back leads to the step before.
 *
 * @param last - the last step that can be open
 * @param first - the one that is open where the address names none
 */
export function useStep(
  last: RequestStep,
  first: RequestStep,
): [RequestStep, (step: RequestStep) => void] {
  const { filters, setFilters } = useAddressFilters(ADDRESS);
  const wanted = REQUEST_STEPS.indexOf(filters.step ?? first);
  const possible = Math.min(wanted, REQUEST_STEPS.indexOf(last));
  return [
    REQUEST_STEPS[possible],
    useCallback(step => setFilters({ step }), [setFilters]),
  ];
}
