import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { securityHubSteps } from 'backstage-plugin-qualys-common';
import { duplicateSecurityHubAccounts } from 'qualys-model';
import { Notice } from '../../components/Notice';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { SettingsEditor } from '../../settings/SettingsEditor';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { postingRows } from '../rows';
import { useHubWords } from '../useHubWords';
import { hubChanges } from './hubChanges';
import { MatrixFields } from './MatrixFields';
import { PlannedSteps } from './PlannedSteps';
import { useHubEdit, type HubEditOptions, type HubState } from './useHubEdit';

export interface HubEditorProps<State extends HubState>
  extends HubEditOptions<State> {
  /** What the ids of its parts begin with. */
  id: string;
  title: ReactNode;
  /** The entity that it is changed on, if any. */
  entityRef?: string;
  /** Whether accounts stand in the integration that the form does not show. */
  sharedOf: (state: State) => boolean;
  /** What there is to know before the form is filled in. */
  introduction: string;
}

/** The form of a Security Hub integration, the review of what will change, and the way to Qualys. */
export function HubEditor<State extends HubState>(
  props: HubEditorProps<State>,
) {
  const { t } = useQualysTranslation();
  const words = useHubWords();
  const list = new Intl.ListFormat(useLanguage());
  const edit = useHubEdit(props);
  const { base, form, reviewed } = edit;
  const twice = duplicateSecurityHubAccounts(postingRows(base.rows));

  if (twice.length > 0) {
    return (
      <SettingsDialog
        id={props.id}
        title={props.title}
        onClose={props.onClose}
        closeLabel={t('settings.close')}
      >
        <Notice severity="warning" title={t('securityHub.twiceTitle')}>
          {t('securityHub.twice', {
            count: twice.length,
            accounts: list.format(twice),
          })}
        </Notice>
      </SettingsDialog>
    );
  }
  return (
    <SettingsEditor
      id={props.id}
      title={props.title}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      review={
        reviewed && (
          <PlannedSteps
            steps={securityHubSteps({
              before: base.rows,
              after: reviewed.rows,
              shared: props.sharedOf(base),
            })}
          />
        )
      }
      conflictOf={current => ({
        changes: hubChanges(base, current),
      })}
      onClose={props.onClose}
    >
      <Box mb={2}>
        <Typography variant="body2">{props.introduction}</Typography>
      </Box>
      <MatrixFields
        id={props.id}
        form={form}
        before={base.rows}
        accounts={edit.accounts}
      />
    </SettingsEditor>
  );
}
