import Button from '@material-ui/core/Button';
import type { Status } from 'backstage-plugin-qualys-common';
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
      <Notice
        severity="info"
        title={t('connectors.nothingMatchesTitle')}
        action={
          <Button variant="outlined" size="small" onClick={props.onClear}>
            {t('connectors.clear')}
          </Button>
        }
      >
        {t('connectors.nothingMatches')}
      </Notice>
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
