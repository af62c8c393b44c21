import { ACTIVATION_MODULES } from 'qualys-model';
import { useQualysTranslation } from '../../../translation';
import { ChecksField } from '../../../settings/fields/ChecksField';
import type { AssetsForm } from './useAssetsForm';

export interface ModulesFieldProps {
  form: AssetsForm;
  /** Those that are activated now, of which some may be new to this form. */
  known: readonly string[];
}

/** The modules that assets are activated for. */
export function ModulesField(props: ModulesFieldProps) {
  const { t } = useQualysTranslation();
  const modules = [...new Set([...ACTIVATION_MODULES, ...props.known])];
  return (
    <ChecksField
      id="qualys-assets-modules"
      control={props.form.control}
      name="modules"
      label={t('connectorAssets.setting.activation')}
      hint={t('connectorAssets.form.modulesHint')}
      choices={modules.map(module => [module, module])}
    />
  );
}
