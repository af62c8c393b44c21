import type { RequestChoices } from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import { KeysNotHeld } from '../access/KeysNotHeld';
import type { RequestForm } from './useRequestForm';

const ID = 'qualys-request';

export interface TargetFieldsProps {
  form: RequestForm;
  choices: RequestChoices;
  /** Whether it is that of a draft, which stays. */
  fixed: boolean;
}

/** Asks which cloud is read, and into which Qualys subscription. */
export function TargetFields(props: TargetFieldsProps) {
  const { t } = useQualysTranslation();
  const { form, choices, fixed } = props;
  const [subscription, provider] = form.watch(['subscription', 'provider']);
  const clouds =
    choices.subscriptions.find(({ id }) => id === subscription)?.clouds ?? [];
  return (
    <FieldGroup
      id={`${ID}-target`}
      title={t('requestForm.target.legend')}
      explanation={fixed ? t('requestForm.target.fixed') : undefined}
    >
      <TextInput
        id={`${ID}-subscription`}
        control={form.control}
        name="subscription"
        label={t('requests.setting.subscription')}
        choices={[
          ['', t('requestForm.choose')],
          ...choices.subscriptions.map(({ id, title }) => [id, title] as const),
        ]}
        disabled={fixed}
        required
      />
      <TextInput
        id={`${ID}-provider`}
        control={form.control}
        name="provider"
        label={t('requests.setting.provider')}
        hint={t('requestForm.target.providerHint')}
        choices={[
          ['', t('requestForm.choose')],
          ...clouds.map(cloud => [cloud, t(`provider.${cloud}`)] as const),
        ]}
        disabled={fixed || subscription === ''}
        required
      />
      {subscription !== '' && clouds.length === 0 && (
        <Notice severity="info" title={t('requestForm.target.noClouds')} />
      )}
      {needsKey(provider) && !choices.holdsKeys && (
        <KeysNotHeld provider={provider} />
      )}
    </FieldGroup>
  );
}

/** Whether Qualys signs in to a cloud with a key, which the portal holds for a while. */
export function needsKey(provider: string): provider is 'AZURE' | 'GCP' {
  return provider === 'AZURE' || provider === 'GCP';
}
