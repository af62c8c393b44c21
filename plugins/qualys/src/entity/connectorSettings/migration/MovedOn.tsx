import type {
  ExternalIdMigration,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import { ChangedMeanwhile } from '../../../settings/SaveProblem';
import { ValueChange } from '../../../settings/ValueChange';
import { useQualysTranslation } from '../../../translation';
import { STEP_OF } from './stepOf';

export interface MovedOnProps {
  /** Where the migration stood as it is shown. */
  before: ExternalIdMigration;
  /** Where it stands now. */
  current: ExternalIdMigration;
  /** Goes on from where it stands now. */
  onGoOn: () => void;
}

/** Says where somebody else has brought a migration meanwhile. */
export function MovedOn(props: MovedOnProps) {
  const { t } = useQualysTranslation();
  const { before, current } = props;
  const stepIn = ({ step }: ExternalIdMigration) => {
    const next = STEP_OF[step];
    return next
      ? t(`externalIdMigration.step.${next}`)
      : t('externalIdMigration.noStep');
  };
  const changes: SettingChange[] = [
    {
      setting: 'nextStep' as const,
      before: stepIn(before),
      after: stepIn(current),
    },
    {
      setting: 'newExternalId' as const,
      before: before.newExternalId,
      after: current.newExternalId,
    },
  ]
    .filter(change => change.before !== change.after)
    .map(change => ({ ...change, effect: 'neutral' }));
  return (
    <ChangedMeanwhile
      changes={changes}
      wordsOf={({ setting, before: was, after: is }) => (
        <ValueChange
          name={t(
            `externalIdMigration.moved.${
              setting as 'nextStep' | 'newExternalId'
            }`,
          )}
          before={was as string | undefined}
          after={is as string | undefined}
          long
        />
      )}
      onGoOn={props.onGoOn}
    >
      {current.newExternalId !== before.newExternalId &&
        current.step === 'prepared' &&
        t('externalIdMigration.moved.another')}
    </ChangedMeanwhile>
  );
}
