import { useRef, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  securityHubChanges,
  securityHubCreationSteps,
  type SecurityHubIntegrationDetails,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { QualysApiError, toQualysApiError } from '../../api/QualysApiError';
import { useToast } from '../../hooks/useToast';
import {
  hubFormValues,
  type HubFormResult,
  type HubFormValues,
} from '../../securityHub/form/formValues';
import { MatrixFields } from '../../securityHub/form/MatrixFields';
import { PlannedSteps } from '../../securityHub/form/PlannedSteps';
import { useHubForm } from '../../securityHub/form/useHubForm';
import { useHubWords } from '../../securityHub/useHubWords';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { SettingsEditor } from '../../settings/SettingsEditor';
import { useSettingsEdit } from '../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../translation';
import type { HubDialogsProps } from './HubDialogs';
import { readHub } from './readHub';

const ID = 'qualys-security-hub-create';

const NO_ROWS: [] = [];

type Details = SecurityHubIntegrationDetails;

/** Creates an integration, and gives it its first accounts. */
export function CreateDialog(
  props: Omit<HubDialogsProps, 'opened' | 'onGone'>,
) {
  const { t } = useQualysTranslation();
  const words = useHubWords();
  const { form, edit } = useCreation(props);
  const { reviewed } = edit;
  return (
    <SettingsEditor
      id={ID}
      title={t('hubs.createTitle', { subscription: props.title })}
      edit={edit}
      wordsOf={words}
      review={
        reviewed && <PlannedSteps steps={securityHubCreationSteps(reviewed)} />
      }
      // There is no state that it could be made from.
      conflictOf={() => ({ changes: [] })}
      onClose={props.onClose}
    >
      <Box mb={2}>
        <Typography variant="body2">{t('hubs.createIntro')}</Typography>
      </Box>
      <FieldGroup id={`${ID}-general`} title={t('hubs.nameField')}>
        <TextInput
          id={`${ID}-name`}
          control={form.control}
          name="name"
          label={t('securityHub.setting.name')}
          hint={t('hubs.nameHint')}
          required
        />
      </FieldGroup>
      <FieldGroup id={`${ID}-rows`} title={t('hubs.rows')}>
        <div>
          <MatrixFields id={ID} form={form} before={NO_ROWS} />
        </div>
      </FieldGroup>
    </SettingsEditor>
  );
}

function useCreation(props: Omit<HubDialogsProps, 'opened' | 'onGone'>) {
  const { subscription, onOpen, onClose, onChanged } = props;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  /** What was created without its accounts. */
  const made = useRef<Details>();
  const [first] = useState(() => hubFormValues({ name: '', rows: [] }));
  const form = useHubForm({
    first,
    before: NO_ROWS,
    named: true,
    filled: true,
  });

  const edit = useSettingsEdit<
    Details | undefined,
    HubFormValues,
    HubFormResult
  >({
    form,
    first,
    readCurrent: async () => undefined,
    changesOf: ({ name, rows }) => [
      { setting: 'name', effect: 'widening', after: name },
      ...securityHubChanges([], rows),
    ],
    update: async creation => {
      try {
        return await api.createSecurityHubIntegration(subscription, creation);
      } catch (thrown) {
        made.current = await readHub(toQualysApiError(thrown).current);
        if (made.current) onChanged();
        throw thrown;
      }
    },
    onSaved: (_, { name }) => {
      onChanged();
      toast(t('hubs.created', { name }));
      onClose();
    },
    read: async () => {
      if (made.current) return made.current;
      const { items } = await api.listSecurityHubIntegrations(subscription, {
        fresh: true,
      });
      const name = form.getValues('name').trim();
      const found = items.find(integration => integration.name === name);
      if (found) return found;
      throw new QualysApiError(t('hubs.notThere', { name }), {
        code: 'notFound',
      });
    },
    // It is there: what is left is to configure it.
    onBase: integration => {
      onChanged();
      if (!integration) return;
      const restored = form.getValues('rows');
      onOpen({ what: 'update', integration, restored });
    },
    mergedWith: () => undefined,
  });
  return { form, edit };
}
