import type {
  PerimeterScan as Scan,
  PerimeterScanConfiguration,
} from 'qualys-model';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../translation';
import { dayInWords, recurrenceInWords } from '../scanWords';

/** Whether the account is scanned from the internet, and when. */
export function PerimeterScan(props: { scan: Scan }) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { enabled, customConfiguration, configurations } = props.scan;
  if (!enabled) return <>{t('details.perimeterScanOff')}</>;
  if (!customConfiguration) return <>{t('details.perimeterScanOn')}</>;
  return (
    <>
      <div>{t('details.perimeterScanOwn')}</div>
      {configurations.map((configuration, index) => (
        // They have no id, and Qualys knows of one alone.
        <div key={index}>{scanInWords(configuration, t, locale)}</div>
      ))}
    </>
  );
}

/** When and how a perimeter scan runs, in words. */
export function scanInWords(
  scan: PerimeterScanConfiguration,
  t: Translate,
  locale: string,
): string {
  const { startDate, startTime, timezone, optionProfileId, scanPrefix } = scan;
  const at = [startTime, timezone].filter(Boolean).join(' ');
  return [
    scan.recurrence && recurrenceInWords(scan.recurrence, t),
    scan.daysOfWeek.map(day => dayInWords(day, locale)).join(', '),
    at,
    startDate && t('details.scan.since', { date: startDate }),
    optionProfileId && t('details.scan.optionProfile', { id: optionProfileId }),
    scanPrefix && t('details.scan.prefix', { prefix: scanPrefix }),
  ]
    .filter(Boolean)
    .join(' · ');
}
