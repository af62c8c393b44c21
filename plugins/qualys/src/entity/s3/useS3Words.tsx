import type { ReactNode } from 'react';
import type { SettingChange } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { QqlText } from '../../qql/QqlText';
import type { WordsOf } from '../../settings/ChangeList';
import { ValueChange } from '../../settings/ValueChange';
import { useQualysTranslation, type Translate } from '../../translation';

/** The settings of an S3 integration, as its form calls them. */
const SETTINGS = [
  'name',
  'bucketName',
  'accessPointArn',
  'bucketRegion',
  'roleArn',
  'minSeverity',
  'filterQuery.vuln',
  'filterQuery.asset',
  'filterQuery.removeVulnFilter',
  'filterQuery.removeAssetFilter',
  'sendVulnInfo',
  'resultSectionNeeded',
  'compressData',
  'sendAlerts',
  'errorEmails',
] as const;

/** A setting of an S3 integration. */
export type S3Setting = (typeof SETTINGS)[number];

function isKnown(setting: string): setting is S3Setting {
  return (SETTINGS as readonly string[]).includes(setting);
}

const LONG: ReadonlySet<string> = new Set([
  'accessPointArn',
  'roleArn',
  'filterQuery.vuln',
  'filterQuery.asset',
]);

/** Says a change of an S3 integration in words. */
export function useS3Words(): WordsOf {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  return change => {
    const { setting, before, after } = change;
    if (setting === 'errorEmails') {
      return emailsInWords(change, t, locale);
    }
    // It is never told what it was.
    if (setting === 'externalId') {
      return <strong>{t('s3.newExternalId')}</strong>;
    }
    return (
      <ValueChange
        name={isKnown(setting) ? t(`s3.setting.${setting}`) : setting}
        before={valueInWords(setting, before, t)}
        after={valueInWords(setting, after, t)}
        long={LONG.has(setting)}
      />
    );
  };
}

function valueInWords(
  setting: string,
  value: SettingChange['before'],
  t: Translate,
): string | JSX.Element | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') {
    return t(value ? 'settings.on' : 'settings.off');
  }
  if (setting.startsWith('filterQuery.')) {
    return (
      <code>
        <QqlText text={String(value)} />
      </code>
    );
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function addressesOf(value: SettingChange['before']): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function emailsInWords(
  { before, after }: SettingChange,
  t: Translate,
  locale: string,
): ReactNode {
  const was = addressesOf(before);
  const is = addressesOf(after);
  const added = is.filter(address => !was.includes(address));
  const removed = was.filter(address => !is.includes(address));
  const list = new Intl.ListFormat(locale);
  return (
    <>
      <strong>{t('s3.setting.errorEmails')}</strong>
      {added.length > 0 && (
        <div>
          {t('s3.addressesAdded', {
            count: added.length,
            addresses: list.format(added),
          })}
        </div>
      )}
      {removed.length > 0 && (
        <div>
          {t('s3.addressesRemoved', {
            count: removed.length,
            addresses: list.format(removed),
          })}
        </div>
      )}
      {added.length + removed.length === 0 && (
        <div>{t('s3.addressesReordered')}</div>
      )}
    </>
  );
}
