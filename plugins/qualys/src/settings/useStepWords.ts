import type { Step } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';

/** More than these are counted, and not named. */
const MOST_NAMED = 5;

/** Says a step of a change as a sentence. */
export function useStepWords(): (step: Step) => string {
  const { t } = useQualysTranslation();
  const list = new Intl.ListFormat(useLanguage());
  const named = (accounts: readonly string[]) =>
    accounts.length > MOST_NAMED
      ? t('settings.steps.accounts', { count: accounts.length })
      : list.format(accounts);

  return step => {
    switch (step.kind) {
      case 'create':
        return t('settings.steps.create', { name: step.name });
      case 'configure':
      case 'write':
        return t(`settings.steps.${step.kind}`, {
          accounts: named(step.awsAccounts),
        });
      case 'removeRegions':
        return t('settings.steps.removeRegions', {
          regions: list.format(
            step.accounts.map(({ awsAccount, regions }) =>
              t('settings.steps.regionsOf', {
                account: awsAccount,
                regions: list.format(regions),
              }),
            ),
          ),
        });
      default:
        return t(`settings.steps.${step.kind}`);
    }
  };
}
