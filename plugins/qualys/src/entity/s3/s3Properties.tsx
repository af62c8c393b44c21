import type { ReactNode } from 'react';
import type { S3IntegrationSettings } from 'backstage-plugin-qualys-common';
import { severityInWords } from '../../components/severity';
import { QqlText } from '../../qql/QqlText';
import type { Translate } from '../../translation';
import type { Property } from '../details/Properties';
import { copyable, eitherOf } from '../details/values';
import { readQuery } from './categories';

/** Where an S3 integration writes to, and as whom. */
export function destinationProperties(
  settings: S3IntegrationSettings,
  t: Translate,
): Property[] {
  const { bucketName, accessPointArn } = settings;
  return [
    {
      name: t('s3.setting.bucketName'),
      value: bucketName && <code>{bucketName}</code>,
    },
    {
      name: t('s3.setting.accessPointArn'),
      value: accessPointArn && (
        <>
          {copyable(accessPointArn, t('s3.setting.accessPointArn'))}
          {bucketName && t('s3.bucketWins')}
        </>
      ),
    },
    { name: t('s3.setting.bucketRegion'), value: settings.bucketRegion },
    {
      name: t('s3.setting.roleArn'),
      value: copyable(settings.roleArn, t('s3.setting.roleArn')),
    },
  ];
}

/** Which vulnerabilities an S3 integration sends. */
export function filterProperties(
  settings: S3IntegrationSettings,
  t: Translate,
  locale: string,
): Property[] {
  const { vuln, asset, removeVulnFilter, removeAssetFilter } =
    settings.filterQuery;
  return [
    {
      name: t('s3.setting.minSeverity'),
      value: severityInWords(settings.minSeverity, t),
    },
    {
      name: t('s3.categories'),
      value: categoriesInWords(settings, t, locale),
    },
    {
      name: t('s3.setting.filterQuery.vuln'),
      value: query(vuln, removeVulnFilter, t('s3.ignoredVuln'), t),
    },
    {
      name: t('s3.setting.filterQuery.asset'),
      value: query(asset, removeAssetFilter, t('s3.ignoredAsset'), t),
    },
  ];
}

/** What an S3 integration sends with them, how, and whom it alerts. */
export function deliveryProperties(
  settings: S3IntegrationSettings,
  t: Translate,
): Property[] {
  const on = t('settings.on');
  const off = t('settings.off');
  const { sendAlerts, errorEmails } = settings;
  return [
    {
      name: t('s3.setting.sendVulnInfo'),
      value: eitherOf(settings.sendVulnInfo, on, off),
    },
    {
      name: t('s3.setting.resultSectionNeeded'),
      value: eitherOf(settings.resultSectionNeeded, on, off),
    },
    {
      name: t('s3.setting.compressData'),
      value: eitherOf(settings.compressData, on, off),
    },
    {
      name: t('s3.setting.sendAlerts'),
      value: sendAlerts ? errorEmails.join(', ') || t('s3.toNobody') : off,
    },
  ];
}

/** The categories that are sent, in words. */
export function categoriesInWords(
  { filterQuery }: S3IntegrationSettings,
  t: Translate,
  locale: string,
): string {
  if (filterQuery.removeVulnFilter) return t('s3.everyCategory');
  const read = readQuery(filterQuery.vuln);
  if (!read || read.saysMore) return t('s3.categoriesByQuery');
  if (read.chosen.length === 0) return t('s3.noCategory');
  return new Intl.ListFormat(locale).format(
    read.chosen.map(category => t(`s3.category.${category}`)),
  );
}

function query(
  text: string,
  removed: boolean,
  ignored: string,
  t: Translate,
): ReactNode {
  return (
    <>
      {removed && <div>{ignored}</div>}
      {text ? (
        <code>
          <QqlText text={text} />
        </code>
      ) : (
        !removed && t('settings.none')
      )}
    </>
  );
}
