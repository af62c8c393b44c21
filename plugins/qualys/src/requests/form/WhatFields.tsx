import type { RequestChoices } from 'backstage-plugin-qualys-common';
import { Announcement } from '../../components/Announcement';
import { nameOf } from '../../platform/entityName';
import { CheckInput } from '../../settings/fields/CheckInput';
import { EntityInput } from '../../settings/fields/EntityInput';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import { useConflictWords } from '../conflictWords';
import type { Findings } from '../useFindings';
import type { RequestTarget } from './formValues';
import { BelongingFields, DescriptionField, NameField } from './GeneralFields';
import type { RequestForm } from './useRequestForm';

const ID = 'qualys-request';

export interface WhatFieldsProps {
  form: RequestForm;
  target: RequestTarget;
  choices: RequestChoices;
  findings: Findings;
}

/** Asks which account is read, and for whom. */
export function WhatFields(props: WhatFieldsProps) {
  const { t } = useQualysTranslation();
  const words = useConflictWords();
  const { form, choices, findings, target } = props;
  const { control } = form;
  const { provider } = target;
  const owner = form.watch('owner');
  const warningsOf = (field: Parameters<Findings['conflictsOf']>[0]) =>
    findings.conflictsOf(field).map(words);
  const conflicts = (['account', 'name', 'owner'] as const).flatMap(warningsOf);
  const owners = [...new Set([...choices.owners, ...(owner ? [owner] : [])])];
  return (
    <>
      <Announcement>{conflicts.join(' ')}</Announcement>
      <FieldGroup
        id={`${ID}-account-group`}
        title={t('requestForm.what.account')}
      >
        <TextInput
          id={`${ID}-account`}
          control={control}
          name="account"
          label={t(`requests.setting.account.${provider}`)}
          hint={t(`requestForm.what.accountHint.${provider}`)}
          warnings={warningsOf('account')}
          inputProps={{
            autoComplete: 'off',
            ...(provider === 'AWS' && { inputMode: 'numeric' }),
          }}
          required
        />
        {provider === 'AWS' && (
          <TextInput
            id={`${ID}-partition`}
            control={control}
            name="partition"
            label={t('requests.setting.partition')}
            choices={(['aws', 'aws-us-gov', 'aws-cn'] as const).map(
              partition => [partition, t(`requests.partition.${partition}`)],
            )}
          />
        )}
        {provider === 'AZURE' && (
          <>
            <TextInput
              id={`${ID}-directory`}
              control={control}
              name="directoryId"
              label={t('requests.setting.directoryId')}
              hint={t('requestForm.what.directoryHint')}
              inputProps={{ autoComplete: 'off' }}
              required
            />
            <TextInput
              id={`${ID}-application`}
              control={control}
              name="applicationId"
              label={t('requests.setting.applicationId')}
              hint={t('requestForm.what.applicationHint')}
              inputProps={{ autoComplete: 'off' }}
              required
            />
            <CheckInput
              id={`${ID}-gov-cloud`}
              control={control}
              name="govCloud"
              label={t('requestForm.what.govCloud')}
            />
          </>
        )}
      </FieldGroup>
      <FieldGroup id={`${ID}-whom-group`} title={t('requestForm.what.whom')}>
        <NameField
          id={ID}
          form={form}
          findings={findings}
          hint={t('requestForm.what.nameHint')}
        />
        <BelongingFields
          id={ID}
          form={form}
          owner={
            <TextInput
              id={`${ID}-owner`}
              control={control}
              name="owner"
              label={t('requests.setting.owner')}
              hint={t('requestForm.what.ownerHint')}
              warnings={warningsOf('owner')}
              choices={[
                ['', t('requestForm.choose')],
                ...owners.map(ref => [ref, nameOf(ref, 'group')] as const),
              ]}
              required
            />
          }
          systemHint={t('requestForm.what.systemHint')}
        />
        <EntityInput
          id={`${ID}-entity`}
          control={control}
          name="entityRef"
          label={t('requests.setting.entityRef')}
          hint={t('requestForm.what.entityHint')}
        />
        <TextInput
          id={`${ID}-purpose`}
          control={control}
          name="purpose"
          label={t('requests.setting.purpose')}
          hint={t('requestForm.what.purposeHint')}
          multiline
          minRows={2}
          required
        />
        <DescriptionField
          id={ID}
          form={form}
          hint={t('requestForm.what.descriptionHint')}
        />
      </FieldGroup>
    </>
  );
}
