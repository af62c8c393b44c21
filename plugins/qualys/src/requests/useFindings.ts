import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestCheck,
  RequestConflict,
  RequestFindings,
} from 'backstage-plugin-qualys-common';
import useDebounce from 'react-use/esm/useDebounce';
import { qualysApiRef } from '../api/QualysApi';
import type { QualysApiError } from '../api/QualysApiError';
import { useQualysQuery } from '../hooks/useQualysQuery';
import { FIELD_OF_CONFLICT } from './conflictWords';

/** How long somebody must have stopped typing before it is checked (in milliseconds). */
const PAUSE = 500;

/** What was found of what is being typed. */
export interface Findings {
  /** What was checked; missing until something was. */
  checked?: RequestCheck;
  found?: RequestFindings;
  /** Why it could not be checked. */
  error?: QualysApiError;
  /** The conflicts of a setting that still is as it was checked. */
  conflictsOf: (
    field: (typeof FIELD_OF_CONFLICT)[RequestConflict['kind']],
  ) => RequestConflict[];
}

function valueOf(check: RequestCheck | undefined, field: string): unknown {
  return field === 'arn'
    ? check?.arn
    : check?.settings[field as keyof RequestCheck['settings']];
}

/**
 * Has checked what is being typed, a moment after the last key.
 *
 * @param check - what is being typed; undefined while there is nothing to check
 */
export function useFindings(check: RequestCheck | undefined): Findings {
  const api = useApi(qualysApiRef);
  const text = check && JSON.stringify(check);
  const [settled, setSettled] = useState<string>();
  useDebounce(() => setSettled(text), PAUSE, [text]);
  const { value, error } = useQualysQuery(
    useCallback(
      async (signal: AbortSignal) => {
        if (settled === undefined) return undefined;
        const checked: RequestCheck = JSON.parse(settled);
        const found = await api.checkConnectorRequest(checked, { signal });
        return { checked, found };
      },
      [api, settled],
    ),
  );
  return useMemo(() => {
    const now: RequestCheck | undefined = text && JSON.parse(text);
    return {
      ...value,
      error,
      conflictsOf: field =>
        (value?.found.conflicts ?? []).filter(
          ({ kind }) =>
            FIELD_OF_CONFLICT[kind] === field &&
            valueOf(now, field) === valueOf(value?.checked, field),
        ),
    };
  }, [text, value, error]);
}
