import { useRef } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  qualysSettingsWeakenPermission,
  type ExternalIdMigration,
} from 'backstage-plugin-qualys-common';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { Steps } from '../../../components/Steps';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { SaveProblem } from '../../../settings/SaveProblem';
import { SettingsDialog } from '../../../settings/SettingsDialog';
import { useFocusFirstError } from '../../../settings/useFocusFirstError';
import { useQualysTranslation } from '../../../translation';
import type { ConnectorDialogProps } from '../ConnectorDialogs';
import { MovedOn } from './MovedOn';
import { NewExternalIdStep } from './NewExternalIdStep';
import { RemoveOldStep } from './RemoveOldStep';
import { RunStep } from './RunStep';
import { STEP_OF, STEPS, type Step } from './stepOf';
import { TrustBothStep } from './TrustBothStep';
import { useMigration, type MigrationAction } from './useMigration';

/** What the ids of the parts of the dialog begin with. */
export const MIGRATION_ID = 'qualys-external-id';

const ACTION_OF: Record<
  ExternalIdMigration['step'],
  MigrationAction | undefined
> = {
  needed: 'prepare',
  prepared: 'update',
  updated: 'run',
  running: 'run',
  failed: 'run',
  succeeded: 'finish',
  notNeeded: undefined,
};

/** The steps of a migration, of which the present one can be taken. */
export function MigrationGuide(
  props: ConnectorDialogProps & {
    /** Where it stood when the dialog was opened. */
    read: ExternalIdMigration;
  },
) {
  const { t } = useQualysTranslation();
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const migration = useMigration({ ...props, onWrong: focusFirstError });
  const { look, now, save } = migration;
  const { busy, conflict, error, sending } = save;
  const weaken = useMissingPermission([
    {
      permission: qualysSettingsWeakenPermission,
      resourceRef: props.entityRef,
    },
  ]);
  const action = ACTION_OF[now.step];
  const current = STEP_OF[now.step];
  const cannot =
    (action === 'update' && (Boolean(weaken.missing) || !migration.trusted)) ||
    (action === 'run' && now.disabled);

  const bodies: Record<Step, JSX.Element> = {
    new: <NewExternalIdStep now={now} form={migration.form} />,
    trust: (
      <TrustBothStep
        now={now}
        reason={migration.reason}
        trusted={migration.trusted}
        onTrusted={migration.setTrusted}
        mayWeaken={!weaken.missing}
        onAnother={migration.startAgain}
      />
    ),
    run: <RunStep now={now} onLook={look.look} looking={look.looking} />,
    remove: <RemoveOldStep now={now} />,
  };

  return (
    <SettingsDialog
      id={MIGRATION_ID}
      title={t('externalIdMigration.title', { name: props.name })}
      // What was done is kept; what was typed for the next step is not.
      dirty={migration.dirty}
      sending={sending}
      onClose={props.onClose}
      closeLabel={t('settings.close')}
      onSubmit={() => action && migration.take(action)}
      actions={
        action && (
          <Button
            type="submit"
            variant={now.step === 'running' ? 'outlined' : 'contained'}
            color="primary"
            disabled={sending || conflict !== undefined || cannot}
          >
            {busy
              ? t(`settings.${busy}`)
              : t(
                  `externalIdMigration.action.${
                    now.ranAt && action === 'run' ? 'runAgain' : action
                  }`,
                )}
          </Button>
        )
      }
    >
      <div ref={content}>
        <Typography variant="body1" paragraph>
          {t('externalIdMigration.intro')}
        </Typography>
        <Steps
          steps={STEPS.map(step => ({
            key: step,
            title: t(`externalIdMigration.step.${step}`),
            body: bodies[step],
          }))}
          current={current}
        />
        {now.step === 'notNeeded' && (
          <Typography variant="body1" role="status">
            {t('externalIdMigration.done')}
          </Typography>
        )}
        {conflict && (
          <MovedOn
            before={now}
            current={conflict}
            onGoOn={() => migration.goOnFrom(conflict)}
          />
        )}
        {error && (
          <SaveProblem
            error={error}
            looked={save.looked}
            onLookAgain={look.look}
          />
        )}
        {look.error && (
          <Box my={2}>
            <ProblemNotice
              error={look.error}
              onRetry={look.look}
              retryLabel={t('settings.lookAgain')}
            />
          </Box>
        )}
      </div>
    </SettingsDialog>
  );
}
