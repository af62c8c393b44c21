import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  connectorAssetsAfter,
  isRequestSetting,
  type ConnectorAssetsChoices,
  type ConnectorRequest,
} from 'backstage-plugin-qualys-common';
import { Duration } from 'luxon';
import type { PollingFrequency } from 'qualys-model';
import { scanInWords } from '../entity/details/PerimeterScan';
import { Properties, type Property } from '../entity/details/Properties';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../translation';

export interface RequestSettingsProps
  extends Pick<ConnectorRequest, 'provider' | 'createThrough' | 'settings'> {
  /** What the Qualys subscription is called. */
  subscription: string;
  /** What tags and option profiles are called, as far as that is known. */
  choices?: ConnectorAssetsChoices;
}

/** What somebody asks for, in words. */
export function RequestSettings(props: RequestSettingsProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { provider, createThrough, settings } = props;
  const has = (name: Parameters<typeof isRequestSetting>[0]) =>
    isRequestSetting(name, provider, createThrough);
  const properties: Property[] = [
    { name: t('requests.setting.subscription'), value: props.subscription },
    { name: t('requests.setting.provider'), value: t(`provider.${provider}`) },
    {
      name: t(`requests.setting.account.${provider}`),
      value: settings.account,
    },
    {
      name: t('requests.setting.partition'),
      value:
        settings.partition && t(`requests.partition.${settings.partition}`),
    },
    {
      name: t('requests.setting.applicationId'),
      value: settings.applicationId,
    },
    { name: t('requests.setting.directoryId'), value: settings.directoryId },
    {
      name: t('requests.setting.govCloud'),
      value: settings.govCloud ? t('settings.on') : undefined,
    },
    { name: t('requests.setting.name'), value: settings.name },
    { name: t('requests.setting.owner'), value: linked(settings.owner) },
    { name: t('requests.setting.system'), value: linked(settings.system) },
    {
      name: t('requests.setting.entityRef'),
      value: linked(settings.entityRef),
    },
    { name: t('requests.setting.purpose'), value: settings.purpose },
    { name: t('requests.setting.description'), value: settings.description },
    {
      name: t('requests.setting.pollingFrequency'),
      value: t('details.pollingEvery', {
        duration: durationOf(settings.pollingFrequency, locale),
      }),
    },
    {
      name: t('requests.setting.remediationEnabled'),
      value: settings.remediationEnabled
        ? t('details.remediationOn')
        : t('details.remediationOff'),
    },
    {
      name: t('requests.setting.regions'),
      value: has('regions')
        ? settings.regions?.join(', ') ?? t('details.allRegions')
        : undefined,
    },
    {
      name: t('requests.setting.activation'),
      value: has('activation')
        ? settings.activation?.join(', ') || t('details.none')
        : undefined,
    },
    {
      name: t('requests.setting.defaultTags'),
      value: has('defaultTags') ? tagsOf(props, t) : undefined,
    },
    {
      name: t('requests.setting.perimeterScan'),
      value: has('perimeterScan') ? scanOf(props, t, locale) : undefined,
    },
  ];
  return <Properties properties={properties} />;
}

function linked(entityRef: string | undefined) {
  if (!entityRef) return undefined;
  try {
    return <EntityRefLink entityRef={parseEntityRef(entityRef)} />;
  } catch {
    // What is no reference is shown as it was written.
    return entityRef;
  }
}

/** How often Qualys reads an account unless it is told otherwise. */
const DEFAULT_POLLING: PollingFrequency = { hours: 4, minutes: 0 };

function durationOf(
  frequency: PollingFrequency = DEFAULT_POLLING,
  locale: string,
): string {
  const parts = Object.entries(frequency).filter(([, value]) => value > 0);
  return Duration.fromObject(Object.fromEntries(parts), { locale }).toHuman();
}

function tagsOf({ settings, choices }: RequestSettingsProps, t: Translate) {
  const names = settings.defaultTags?.map(
    id => choices?.tags?.items.find(tag => tag.id === id)?.name ?? id,
  );
  return names?.join(', ') || t('details.none');
}

function scanOf(
  { settings, choices }: RequestSettingsProps,
  t: Translate,
  locale: string,
) {
  const { perimeterScan } = connectorAssetsAfter(
    { perimeterScan: { enabled: false } },
    { perimeterScan: settings.perimeterScan },
  );
  if (!perimeterScan?.enabled) return t('details.perimeterScanOff');
  const { configuration } = perimeterScan;
  if (!configuration) return t('details.perimeterScanOn');
  const { optionProfileId } = configuration;
  const profile = choices?.profiles?.find(({ id }) => id === optionProfileId);
  return (
    <>
      <div>{t('details.perimeterScanOwn')}</div>
      <div>
        {scanInWords(
          {
            ...configuration,
            optionProfileId: profile?.title ?? optionProfileId,
          },
          t,
          locale,
        )}
      </div>
    </>
  );
}
