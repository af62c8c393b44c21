import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  connectorAssetsAfter,
  connectorAssetsChanges,
} from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { qualysApiRef } from '../../../api/QualysApi';
import { useToast } from '../../../hooks/useToast';
import { mergeEdits } from '../../../settings/mergeEdits';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { useConnectorWords } from '../useConnectorWords';
import type { AssetsDialogProps } from './AssetsDialog';
import { readConnectorAssets, type AssetsForForm } from './connectorAssets';
import { assetsValues, firstSettings } from './formValues';
import { ModulesField } from './ModulesField';
import { PerimeterFields } from './PerimeterFields';
import { TagsField } from './TagsField';
import { UnknownPart } from './UnknownPart';
import { useAssetsForm } from './useAssetsForm';
import { FieldGroup } from '../../../settings/fields/FieldGroup';

/** What the ids of the parts of the dialog begin with. */
export const ASSETS_ID = 'qualys-assets';

const NO_TAGS: QpsReference[] = [];

/** The form, the review of what will change, and the way to Asset Management. */
export function AssetsEditor(
  props: AssetsDialogProps & {
    /** What was read for the form. */
    read: AssetsForForm;
  },
) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const { name, object, restored } = props;
  const { choices } = props.read;
  const words = useConnectorWords(choices.profiles);
  // The state that the change is made from.
  const [base, setBase] = useState(props.read.assets);
  const [first] = useState(() =>
    assetsValues(firstSettings(base.settings, restored)),
  );
  const form = useAssetsForm(first, base, choices.tags?.items ?? NO_TAGS);
  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: readConnectorAssets,
    changesOf: update =>
      connectorAssetsChanges(
        base.settings,
        connectorAssetsAfter(base.settings, update, [
          ...form.getValues('tags'),
          ...(choices.tags?.items ?? []),
        ]),
      ),
    update: (update, reason) =>
      api.updateConnectorAssets(object, base.version, {
        ...update,
        ...(reason !== undefined && { reason }),
      }),
    onSaved: () => {
      props.onChanged();
      toast(t('connectorAssets.saved', { name }));
      props.onClose();
    },
    read: () => api.getConnectorAssets(object),
    onBase: setBase,
    mergedWith: current =>
      mergeEdits(
        assetsValues(base.settings),
        form.getValues(),
        assetsValues(current.settings),
      ),
  });

  return (
    <SettingsEditor
      id={ASSETS_ID}
      title={t('connectorAssets.title', { name })}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      conflictOf={current => ({
        changes: connectorAssetsChanges(base.settings, current.settings),
      })}
      onClose={props.onClose}
    >
      <Typography variant="body2" paragraph>
        {t('connectorAssets.form.intro')}
      </Typography>
      <FieldGroup
        id={`${ASSETS_ID}-assets`}
        title={t('connectorAssets.form.assets')}
      >
        {base.settings.defaultTags ? (
          <TagsField form={form} choices={choices.tags} />
        ) : (
          <UnknownPart label={t('connectorAssets.setting.defaultTags')} />
        )}
        {base.settings.activation ? (
          <ModulesField form={form} known={base.settings.activation} />
        ) : (
          <UnknownPart label={t('connectorAssets.setting.activation')} />
        )}
      </FieldGroup>
      {base.settings.perimeterScan ? (
        <PerimeterFields form={form} base={base} profiles={choices.profiles} />
      ) : (
        <UnknownPart label={t('connectorAssets.setting.enabled')} />
      )}
    </SettingsEditor>
  );
}
