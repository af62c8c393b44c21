import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import { useToast } from '../../hooks/useToast';
import { useQualysTranslation } from '../../translation';
import type { DraftOptions } from './useDraft';

/** Names settings of a request, one after the other. */
export function useSettingNames(
  provider: CloudProvider,
): (settings: readonly (keyof RequestDraftSettings)[]) => string {
  const { t } = useQualysTranslation();
  return settings =>
    [...new Set(settings)]
      .map(setting =>
        setting === 'account'
          ? t(`requests.setting.account.${provider}`)
          : t(`requests.setting.${setting}`),
      )
      .join(', ');
}

/** Says what becomes of a draft where the form may no longer be there to say it. */
export function useDraftNews(
  provider: CloudProvider,
): Pick<DraftOptions, 'onKept' | 'onLost' | 'onWiped'> {
  const { t } = useQualysTranslation();
  const toasts = useApi(toastApiRef);
  const toast = useToast();
  const namesOf = useSettingNames(provider);
  return {
    onKept: notKept =>
      notKept.length > 0
        ? toast(
            t('requestForm.draft.keptInPart', { settings: namesOf(notKept) }),
            'warning',
          )
        : toast(t('requestForm.draft.keptOnLeave'), 'info'),
    // What is lost is not said in passing.
    onLost: error =>
      toasts.post({
        // A classic portal shows nothing but the title.
        title: t('requestForm.draft.lost', {
          why: error?.message ?? t('requestForm.draft.lostToOthers'),
        }),
        status: 'danger',
      }),
    onWiped: () => toast(t(`requestForm.held.${provider}.wiped`), 'warning'),
  };
}
