import Typography from '@material-ui/core/Typography';
import type { SubscriptionStatus } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, CONNECTOR_STATES } from 'qualys-model';
import { Proportions, type PartLook } from '../../components/Proportions';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { PartLink } from '../PlatformPaths';

const SHADES: PartLook[] = ['first', 'second', 'third'];

export interface BreakdownProps {
  /** What people call the subscription, or all of them. */
  title: string;
  /** The subscription that the links lead to; missing for all of them. */
  subscription?: string;
  connectors: SubscriptionStatus['connectors'];
}

/** The connectors by state. */
export function ByState(props: BreakdownProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { title, subscription, connectors } = props;
  return (
    <div>
      <Typography variant="subtitle2" component="h4">
        {t('overview.byState')}
      </Typography>
      <Proportions
        label={t('overview.byStateOf', { title })}
        none={t('overview.noneYet')}
        parts={CONNECTOR_STATES.map(state => {
          const count = connectors.byState[state] ?? 0;
          return {
            key: state,
            look: state,
            count,
            name: (
              <PartLink to="connectors" filters={{ subscription, state }}>
                {t('overview.part', {
                  what: t(`connectorState.${state}`),
                  number: count.toLocaleString(locale),
                })}
              </PartLink>
            ),
          };
        })}
      />
    </div>
  );
}

/** The connectors by cloud. */
export function ByCloud(props: BreakdownProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { title, subscription, connectors } = props;
  return (
    <div>
      <Typography variant="subtitle2" component="h4">
        {t('overview.byCloud')}
      </Typography>
      <Proportions
        label={t('overview.byCloudOf', { title })}
        none={t('overview.noneYet')}
        parts={CLOUD_PROVIDERS.map((provider, index) => {
          const count = connectors.byProvider[provider] ?? 0;
          return {
            key: provider,
            look: SHADES[index],
            count,
            name: (
              <PartLink to="connectors" filters={{ subscription, provider }}>
                {t('overview.part', {
                  what: t(`provider.${provider}`),
                  number: count.toLocaleString(locale),
                })}
              </PartLink>
            ),
          };
        })}
      />
    </div>
  );
}
