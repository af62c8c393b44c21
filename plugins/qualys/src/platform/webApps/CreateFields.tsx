import type { Status } from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../components/ChoiceField';
import { EntityInput } from '../../settings/fields/EntityInput';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import type { CreateForm } from './useCreateForm';

export interface CreateFieldsProps {
  form: CreateForm;
  /** Those that there are; undefined for who may not see them. */
  subscriptions: Status['subscriptions'] | undefined;
}

/** The fields of the form that creates a web app. */
export function CreateFields(props: CreateFieldsProps) {
  const { t } = useQualysTranslation();
  const { form, subscriptions } = props;
  const { control } = form;
  return (
    <>
      <FieldGroup
        id="qualys-create-web-app-place"
        title={t('webApps.platform.create.place')}
      >
        {subscriptions ? (
          <ChoiceField
            id="qualys-create-web-app-subscription"
            label={t('webApps.platform.create.subscription')}
            value={form.watch('subscription')}
            choices={subscriptions.map(({ subscription, title }) => [
              subscription,
              title,
            ])}
            onChange={subscription =>
              form.setValue('subscription', subscription, {
                shouldDirty: true,
              })
            }
          />
        ) : (
          <TextInput
            id="qualys-create-web-app-subscription"
            control={control}
            name="subscription"
            label={t('webApps.platform.create.subscription')}
            hint={t('webApps.platform.create.subscriptionHint')}
            required
          />
        )}
        <EntityInput
          id="qualys-create-web-app-entity"
          control={control}
          name="entityRef"
          label={t('webApps.platform.create.entity')}
          hint={t('webApps.platform.create.entityHint')}
          required
        />
      </FieldGroup>
      <FieldGroup
        id="qualys-create-web-app-settings"
        title={t('webApps.form.general')}
      >
        <TextInput
          id="qualys-create-web-app-name"
          control={control}
          name="name"
          label={t('webApps.setting.name')}
          hint={t('webApps.form.nameHint')}
          required
        />
        <TextInput
          id="qualys-create-web-app-url"
          control={control}
          name="url"
          label={t('webApps.platform.create.url')}
          hint={t('webApps.platform.create.urlHint')}
          inputProps={{ inputMode: 'url' }}
          required
        />
        <TextInput
          id="qualys-create-web-app-override"
          control={control}
          name="overrideId"
          label={t('webApps.platform.create.overrideId')}
          hint={t('webApps.platform.create.overrideIdHint')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </FieldGroup>
    </>
  );
}
