import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { qualysApiRef } from '../../api/QualysApi';
import { useToast } from '../../hooks/useToast';
import { hubChanges } from '../../securityHub/form/hubChanges';
import { hubFormValues } from '../../securityHub/form/formValues';
import { useHubForm } from '../../securityHub/form/useHubForm';
import { useHubWords } from '../../securityHub/useHubWords';
import { TextInput } from '../../settings/fields/TextInput';
import { mergeEdits } from '../../settings/mergeEdits';
import { SettingsEditor } from '../../settings/SettingsEditor';
import { useSettingsEdit } from '../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../translation';
import type { HubDialogProps } from './HubDialogs';
import { readHub } from './readHub';

const ID = 'qualys-security-hub-rename';

/** Gives an integration another name. */
export function RenameDialog(props: HubDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const words = useHubWords();
  const { onChanged, onClose } = props;
  // The state that the change is made from.
  const [base, setBase] = useState(props.read);
  const [first] = useState(() => hubFormValues({ name: base.name, rows: [] }));
  const form = useHubForm({ first, before: base.rows, named: true });

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: readHub,
    changesOf: ({ name }) => hubChanges(base, { ...base, name }),
    update: ({ name }) =>
      api.renameSecurityHubIntegration(base, base.version, { name }),
    onSaved: (_, { name }) => {
      onChanged();
      toast(t('hubs.renamed', { name }));
      onClose();
    },
    read: () => api.getSecurityHubIntegration(base, { fresh: true }),
    onBase: state => {
      setBase(state);
      onChanged();
    },
    mergedWith: current =>
      hubFormValues({
        ...mergeEdits(
          { name: base.name },
          { name: form.getValues('name') },
          { name: current.name },
        ),
        rows: [],
      }),
  });

  return (
    <SettingsEditor
      id={ID}
      title={props.title}
      edit={edit}
      wordsOf={words}
      conflictOf={current => ({ changes: hubChanges(base, current) })}
      onClose={onClose}
    >
      <TextInput
        id={`${ID}-name`}
        control={form.control}
        name="name"
        label={t('securityHub.setting.name')}
        hint={t('hubs.nameHint')}
        required
      />
    </SettingsEditor>
  );
}
