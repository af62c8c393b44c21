import { useMemo } from 'react';
import {
  scanLaunchSchema,
  type ScanLaunchInput,
} from 'backstage-plugin-qualys-common';
import {
  useForm,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import { useQualysTranslation } from '../../../translation';
import { scanOf, type LaunchFormValues } from './launchValues';

/** The form that launches a scan. */
export type LaunchForm = UseFormReturn<
  LaunchFormValues,
  unknown,
  ScanLaunchInput
>;

/**
 * The form that launches a scan, under the rules of scans.
 *
 * @param values - what it begins with
 */
export function useLaunchForm(values: LaunchFormValues): LaunchForm {
  const { t } = useQualysTranslation();
  const profileId = t('webApps.launch.profileMissing');
  const appliance = t('webApps.launch.applianceMissing');
  const resolver = useMemo<
    Resolver<LaunchFormValues, unknown, ScanLaunchInput>
  >(
    () => async typed => {
      const scan = scanOf(typed);
      const errors: FieldErrors<LaunchFormValues> = {};
      for (const { path, message } of scanLaunchSchema.safeParse(scan).error
        ?.issues ?? []) {
        const [setting] = path;
        if (setting === 'profile') {
          errors.profileId ??= { type: 'custom', message: profileId };
        } else if (setting === 'scannerAppliance') {
          errors.appliance ??= { type: 'custom', message: appliance };
        } else {
          errors.name ??= { type: 'custom', message };
        }
      }
      return Object.keys(errors).length === 0
        ? { values: scan, errors: {} }
        : { values: {}, errors };
    },
    [profileId, appliance],
  );
  return useForm<LaunchFormValues, unknown, ScanLaunchInput>({
    resolver,
    defaultValues: values,
    mode: 'onTouched',
    // The order of the fields in the form counts, not that of their making.
    shouldFocusError: false,
  });
}
