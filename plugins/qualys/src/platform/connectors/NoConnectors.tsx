import type { Status } from 'backstage-plugin-qualys-common';
import { NothingMatches } from '../../components/NothingMatches';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';

export interface NoConnectorsProps {
  filtered: boolean;
  status?: Status;
  onClear: () => void;
}

/** Why the list of connectors is empty. */
export function NoConnectors(props: NoConnectorsProps) {
  const { t } = useQualysTranslation();
  if (props.filtered) {
    return (
      <NothingMatches
        title={t('connectors.nothingMatchesTitle')}
        clearLabel={t('connectors.clear')}
        onClear={props.onClear}
      >
        {t('connectors.nothingMatches')}
      </NothingMatches>
    );
  }
  const neverRead = props.status?.subscriptions.every(({ asOf }) => !asOf);
  return neverRead ? (
    <Notice severity="info" title={t('connectors.nothingYetTitle')}>
      {t('connectors.nothingYet')}
    </Notice>
  ) : (
    <Notice severity="info" title={t('connectors.noneTitle')}>
      {t('connectors.none')}
    </Notice>
  );
}
