import type {
  ConnectorAssetsChoices,
  ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { Properties } from '../../../entity/details/Properties';
import { EntityInput } from '../../../settings/fields/EntityInput';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { useQualysTranslation } from '../../../translation';
import {
  BelongingFields,
  DescriptionField,
  NameField,
} from '../../form/GeneralFields';
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
  const { request, state, choices } = props;
  const { findings, form } = state;
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
        <NameField id={ID} form={form} findings={findings} />
        <DescriptionField id={ID} form={form} />
      </FieldGroup>
      <FieldGroup
        id={`${ID}-people`}
        title={t('requestDecision.change.people')}
      >
        <BelongingFields
          id={ID}
          form={form}
          owner={
            <EntityInput
              id={`${ID}-owner`}
              control={form.control}
              name="owner"
              kind="group"
              label={t('requests.setting.owner')}
              hint={t('requestDecision.change.ownerHint')}
              required
            />
          }
          systemHint={t('requestDecision.change.systemHint')}
        />
      </FieldGroup>
      {state.target && (
        <SettingsFields form={form} target={state.target} choices={choices} />
      )}
    </>
  );
}
