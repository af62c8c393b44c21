import type { WebAppScan } from 'backstage-plugin-qualys-common';
import type { Translate } from '../../translation';
import { webAppMessages } from '../../translation/webApps';

type Word = keyof typeof webAppMessages.webApps.word;

/** A word of Qualys in words for people; the sets are open, so any other stays as it is. */
export function wordOf(
  word: string | undefined,
  t: Translate,
): string | undefined {
  const key = word?.trim().toUpperCase() ?? '';
  return Object.hasOwn(webAppMessages.webApps.word, key)
    ? t(`webApps.word.${key as Word}`)
    : word;
}

/** What kind of scan it is. */
export function typeOf(
  { type }: Pick<WebAppScan, 'type'>,
  t: Translate,
): string {
  if (type === 'VULNERABILITY' || type === 'DISCOVERY') {
    return t(`webApps.scan.${type}`);
  }
  return t('webApps.scan.other', { type: type ?? t('time.unknown') });
}

/** What a scan is called: its kind and its name. */
export function titleOf(
  scan: Pick<WebAppScan, 'type' | 'name'>,
  t: Translate,
): string {
  const type = typeOf(scan, t);
  return scan.name ? t('webApps.scan.named', { type, name: scan.name }) : type;
}

/** What people call a scan where its kind is known. */
export function scanName({
  id,
  name,
}: Pick<WebAppScan, 'id' | 'name'>): string {
  return name ?? id;
}
