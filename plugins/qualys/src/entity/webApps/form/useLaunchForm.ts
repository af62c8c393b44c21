import { useCallback } from 'react';
import {
  scanLaunchSchema,
  type ScanLaunchInput,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import {
  useCheckedForm,
  type Complain,
} from '../../../settings/useCheckedForm';
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
  const check = useCallback(
    (typed: LaunchFormValues, complain: Complain<LaunchFormValues>) => {
      const scan = scanOf(typed);
      for (const { path, message } of scanLaunchSchema.safeParse(scan).error
        ?.issues ?? []) {
        const [setting] = path;
        if (setting === 'profile') complain('profileId', profileId);
        else if (setting === 'scannerAppliance') {
          complain('appliance', appliance);
        } else complain('name', message);
      }
      return scan;
    },
    [profileId, appliance],
  );
  return useCheckedForm(values, check);
}
