import { useState } from 'react';
import {
  securityHubChanges,
  type SecurityHubUpdateInput,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubRow } from 'qualys-model';
import { toQualysApiError } from '../../api/QualysApiError';
import { useToast } from '../../hooks/useToast';
import { useSettingsEdit } from '../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../translation';
import { firstRows, hubFormValues, mergeRows } from './formValues';
import { useHubForm } from './useHubForm';

/** A Security Hub integration, or the part of it that somebody may change. */
export interface HubState {
  version: string;
  name: string;
  rows: SecurityHubRow[];
}

/** Where a Security Hub integration is changed. */
export interface HubEditOptions<State extends HubState> {
  /** The state that was read for the form. */
  first: State;
  /** The accounts that may stand in it; any unless given. */
  accountsOf: (state: State) => readonly string[] | undefined;
  /** Earlier rows that are to be restored. */
  restored?: SecurityHubRow[];
  /** Reads the state afresh. */
  read: () => Promise<State>;
  /** Reads a state that an error carries. */
  readCurrent: (current: unknown) => Promise<State | undefined>;
  /** Sends the rows. */
  update: (version: string, update: SecurityHubUpdateInput) => Promise<State>;
  /** It was read afresh, or has changed. */
  onChanged: (state: State) => void;
  onClose: () => void;
}

/** The steps of a change of rows: the form, the review, the sending. */
export function useHubEdit<State extends HubState>(
  options: HubEditOptions<State>,
) {
  const { accountsOf, restored, onChanged, onClose, readCurrent } = options;
  const { t } = useQualysTranslation();
  const toast = useToast();
  // The state that the change is made from.
  const [base, setBase] = useState(options.first);
  const accounts = accountsOf(base);
  const [first] = useState(() =>
    hubFormValues({
      name: base.name,
      rows: firstRows(restored ?? base.rows, accounts),
    }),
  );
  const form = useHubForm({ first, before: base.rows });

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent,
    changesOf: ({ rows }) => securityHubChanges(base.rows, rows),
    update: async ({ rows }, reason) => {
      try {
        return await options.update(base.version, {
          rows,
          ...(reason !== undefined && { reason }),
        });
      } catch (thrown) {
        const { steps, current } = toQualysApiError(thrown);
        // What was done of it shows at once, whatever becomes of the rest.
        const present = steps && (await readCurrent(current));
        if (present) onChanged(present);
        throw thrown;
      }
    },
    onSaved: state => {
      onChanged(state);
      toast(t('securityHub.saved', { name: state.name }));
      onClose();
    },
    read: options.read,
    onBase: state => {
      setBase(state);
      onChanged(state);
    },
    mergedWith: (current, reviewed) => {
      const { name, rows } = reviewed ?? form.getValues();
      return hubFormValues({
        name,
        rows: mergeRows(base.rows, rows, current.rows),
      });
    },
  });
  return { ...edit, base, accounts, form };
}
