import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  externalIdPrepareSchema,
  type ExternalIdMigration,
  type ExternalIdPrepare,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import {
  qualysApiRef,
  type ExternalIdMigrationStepInput,
} from '../../../api/QualysApi';
import { useVisibleInterval } from '../../../hooks/useVisibleInterval';
import {
  useCheckedForm,
  type Complain,
} from '../../../settings/useCheckedForm';
import { useReason } from '../../../settings/useReason';
import { useSettingsSave } from '../../../settings/useSettingsSave';
import { useQualysTranslation } from '../../../translation';
import type { ConnectorDialogProps } from '../ConnectorDialogs';
import { readExternalIdMigration } from './externalIdMigration';
import { useLook } from './useLook';

/** What can be done next. */
export type MigrationAction = 'prepare' | 'update' | 'run' | 'finish';

/** What the fields of the first step hold. */
export interface PartsValues {
  pod: string;
  subscriptionId: string;
}

/** The form of the first step. */
export type PartsForm = UseFormReturn<PartsValues, unknown, ExternalIdPrepare>;

// Each look is a call to Qualys, and reading an account takes minutes.
const LOOK_MS = 15_000;

function partsOf({ parts }: ExternalIdMigration): PartsValues {
  return {
    pod: parts.pod?.value ?? '',
    subscriptionId: parts.subscriptionId?.value ?? '',
  };
}

function usePartsForm(read: ExternalIdMigration): PartsForm {
  const { t } = useQualysTranslation();
  const missing = t('externalIdMigration.partMissing');
  const check = useCallback(
    (typed: PartsValues, complain: Complain<PartsValues>) => {
      const values = {
        pod: typed.pod.trim(),
        subscriptionId: typed.subscriptionId.trim(),
      };
      const checked = externalIdPrepareSchema.safeParse(values);
      for (const { path, message } of checked.error?.issues ?? []) {
        const name = path[0] as keyof PartsValues;
        complain(name, values[name] === '' ? missing : message);
      }
      return checked.data ?? values;
    },
    [missing],
  );
  return useCheckedForm(partsOf(read), check);
}

/** Takes the steps of a migration, and looks how far Qualys has come. */
export function useMigration(
  options: ConnectorDialogProps & {
    read: ExternalIdMigration;
    /** Something that was entered is wrong. */
    onWrong: () => void;
  },
) {
  const { object, onChanged, onWrong } = options;
  const api = useApi(qualysApiRef);
  const [now, setNow] = useState(options.read);
  const [trusted, setTrusted] = useState(false);
  const reason = useReason();
  const form = usePartsForm(options.read);
  const save = useSettingsSave(readExternalIdMigration);

  const standAt = (current: ExternalIdMigration) => {
    // What was said of the role was said of the external ID that was shown.
    if (current.newExternalId !== now.newExternalId) setTrusted(false);
    setNow(current);
  };
  const look = useLook(object, current => {
    if (current.step !== now.step) onChanged();
    save.clear();
    standAt(current);
  });
  const send = async (
    from: ExternalIdMigration,
    step: ExternalIdMigrationStepInput,
  ) => {
    look.giveUp();
    const after = await save.send(() =>
      api.migrateExternalId(object, from.version, step),
    );
    if (after) {
      standAt(after);
      onChanged();
    }
    return after;
  };
  const isWatched =
    now.step === 'running' &&
    !save.sending &&
    !save.error &&
    !save.conflict &&
    !look.error;
  useVisibleInterval(() => void look.look(), isWatched ? LOOK_MS : null);

  const update = async () => {
    const why = reason.check();
    if (why === undefined) {
      onWrong();
      return;
    }
    const updated = await send(now, { what: 'update', reason: why });
    if (!updated) return;
    reason.set('');
    // Nobody waits for anything in between.
    if (!updated.disabled) await send(updated, { what: 'run' });
  };

  return {
    now,
    /** Whether closing would lose what was typed for the next step. */
    dirty:
      reason.value !== '' || (now.step === 'needed' && form.formState.isDirty),
    save,
    form,
    reason,
    trusted,
    setTrusted,
    look,
    /** Takes the next step. */
    take: async (action: MigrationAction) => {
      if (action === 'update') await update();
      else if (action === 'prepare') {
        await form.handleSubmit(async parts => {
          const prepared = await send(now, { what: 'prepare', parts });
          if (prepared) form.reset(parts);
        }, onWrong)();
      } else await send(now, { what: action });
    },
    /** Back to the first step, while Qualys has nothing of it yet. */
    startAgain: () => {
      look.giveUp();
      setTrusted(false);
      setNow({ ...now, step: 'needed' });
    },
    goOnFrom: (current: ExternalIdMigration) => {
      look.giveUp();
      save.clear();
      standAt(current);
    },
  };
}
