import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { Duration } from 'luxon';
import type { PollingFrequency } from 'qualys-model';
import type { Translate } from '../../translation';
import type { Property } from './Properties';
import { eitherOf, when } from './values';

/** How Qualys reads the account; what both feeds say, each in its own words. */
export function readingProperties(
  connector: MirroredConnector,
  t: Translate,
  locale: string,
): Property[] {
  const { pollingFrequency } = connector;
  return [
    { name: t('details.reportedState'), value: connector.reportedState },
    {
      name: t('details.lastSyncedOn'),
      value: when(connector.lastSyncedOn) ?? t('time.never'),
    },
    { name: t('details.nextSyncedOn'), value: when(connector.nextSyncedOn) },
    {
      name: t('details.polling'),
      value:
        pollingFrequency &&
        t('details.pollingEvery', {
          duration: inWords(pollingFrequency, locale),
        }),
    },
    {
      name: t('details.remediation'),
      value: eitherOf(
        connector.remediationEnabled,
        t('details.remediationOn'),
        t('details.remediationOff'),
      ),
    },
  ];
}

function inWords(frequency: PollingFrequency, locale: string): string {
  const parts = Object.entries(frequency).filter(([, value]) => value > 0);
  return Duration.fromObject(Object.fromEntries(parts), { locale }).toHuman();
}
