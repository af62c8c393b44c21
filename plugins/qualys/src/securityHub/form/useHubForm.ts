import { useMemo } from 'react';
import { securityHubRowProblems } from 'backstage-plugin-qualys-common';
import { securityHubNameSchema, type SecurityHubRow } from 'qualys-model';
import type {
  FieldErrors,
  Resolver,
  ResolverResult,
  UseFormReturn,
} from 'react-hook-form';
import { useResolvedForm } from '../../settings/useCheckedForm';
import { useQualysTranslation } from '../../translation';
import type { HubFormResult, HubFormValues } from './formValues';

/** The form of a Security Hub integration. */
export type HubForm = UseFormReturn<HubFormValues, unknown, HubFormResult>;

export interface HubFormOptions {
  /** What it begins with. */
  first: HubFormValues;
  /** The rows that it changes. */
  before: readonly SecurityHubRow[];
  /** Whether the name is part of it. */
  named?: boolean;
  /** Whether it takes at least one account. */
  filled?: boolean;
}

/** The form of a Security Hub integration, under the rules of its rows. */
export function useHubForm(options: HubFormOptions): HubForm {
  const { first, before, named = false, filled = false } = options;
  const { t } = useQualysTranslation();
  const noRegion = t('securityHub.form.noRegion');
  const noRows = t('hubs.noRows');
  const notAdded = t('securityHub.form.notAdded');
  const resolver = useMemo<Resolver<HubFormValues, unknown, HubFormResult>>(
    () =>
      async (typed): Promise<ResolverResult<HubFormValues, HubFormResult>> => {
        const errors: FieldErrors<HubFormValues> = {};
        const name = securityHubNameSchema.safeParse(typed.name);
        if (named && !name.success) {
          const [{ message }] = name.error.issues;
          errors.name = { type: 'custom', message };
        }
        const ofRows = typed.rows.map(row => {
          const messages = securityHubRowProblems(row, before).map(
            ({ path, message }) =>
              path.length === 1 && path[0] === 'regions' ? noRegion : message,
          );
          return messages.length > 0
            ? { regions: { type: 'custom', message: messages.join('; ') } }
            : undefined;
        });
        if (filled && typed.rows.length === 0) {
          errors.rows = { type: 'custom', message: noRows };
        } else if (ofRows.some(Boolean)) {
          errors.rows = ofRows;
        }
        for (const field of ['newAccount', 'newRegion'] as const) {
          if (typed[field].trim() !== '') {
            errors[field] = { type: 'custom', message: notAdded };
          }
        }
        if (Object.keys(errors).length > 0) return { values: {}, errors };
        return {
          values: { name: name.data ?? typed.name, rows: typed.rows },
          errors: {},
        };
      },
    [before, named, filled, noRegion, noRows, notAdded],
  );
  return useResolvedForm(first, resolver);
}
