import Grid from '@material-ui/core/Grid';
import type {
  ConnectorAssetsChoices,
  ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { Properties } from '../../../entity/details/Properties';
import { EntityInput } from '../../../settings/fields/EntityInput';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { useConflictWords } from '../../conflictWords';
import { SettingsFields } from '../../form/SettingsFields';
import type { RequestFormState } from '../../form/useRequestForm';
import { fixedProperties } from '../requestProperties';

const ID = 'qualys-request-change';

export interface ChangeFieldsProps {
  request: ConnectorRequestDetails;
  state: RequestFormState;
  /** The tags and option profiles of the subscription; missing where Qualys does not tell them. */
  choices: ConnectorAssetsChoices | undefined;
}

/** The fields of what whoever approves may change; what they may not is only shown. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { t } = useQualysTranslation();
  const words = useConflictWords();
  const { request, state, choices } = props;
  const { findings, form } = state;
  const { control } = form;
  return (
    <>
      <FieldGroup
        id={`${ID}-fixed`}
        title={t('requestDecision.change.fixed')}
        explanation={t('requestDecision.change.intro')}
      >
        <Properties properties={fixedProperties(request, t)} />
      </FieldGroup>
      <FieldGroup
        id={`${ID}-general`}
        title={t('requestDecision.change.general')}
      >
        <TextInput
          id={`${ID}-name`}
          control={control}
          name="name"
          label={t('requests.setting.name')}
          warnings={findings.conflictsOf('name').map(words)}
          inputProps={{ autoComplete: 'off' }}
          required
        />
        <TextInput
          id={`${ID}-description`}
          control={control}
          name="description"
          label={t('requests.setting.description')}
          multiline
          minRows={2}
        />
      </FieldGroup>
      <FieldGroup
        id={`${ID}-people`}
        title={t('requestDecision.change.people')}
      >
        <Grid container spacing={2}>
          <Grid item xs={12} sm={6}>
            <EntityInput
              id={`${ID}-owner`}
              control={control}
              name="owner"
              kind="group"
              label={t('requests.setting.owner')}
              hint={t('requestDecision.change.ownerHint')}
              required
            />
          </Grid>
          <Grid item xs={12} sm={6}>
            <EntityInput
              id={`${ID}-system`}
              control={control}
              name="system"
              kind="system"
              label={t('requests.setting.system')}
              hint={t('requestDecision.change.systemHint')}
            />
          </Grid>
        </Grid>
      </FieldGroup>
      {state.target && (
        <SettingsFields form={form} target={state.target} choices={choices} />
      )}
    </>
  );
}
