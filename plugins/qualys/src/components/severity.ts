import type { Translate } from '../translation';

/** The severities of Qualys' knowledge base, from the lowest. */
export const SEVERITIES = [1, 2, 3, 4, 5];

const NAMES = ['minimal', 'low', 'medium', 'high', 'critical'] as const;

/** A lowest severity in words. */
export function severityInWords(severity: number, t: Translate): string {
  const name = NAMES[severity - 1];
  return t('severity.from', {
    severity: String(severity),
    name: name ? t(`severity.${name}`) : t('time.unknown'),
  });
}
