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
  const { title, connectors } = props;
  return (
    <Breakdown
      heading={t('overview.byState')}
      label={t('overview.byStateOf', { title })}
      subscription={props.subscription}
      parts={CONNECTOR_STATES.map(state => ({
        key: state,
        look: state,
        count: connectors.byState[state] ?? 0,
        what: t(`connectorState.${state}`),
        filters: { state },
      }))}
    />
  );
}

/** The connectors by cloud. */
export function ByCloud(props: BreakdownProps) {
  const { t } = useQualysTranslation();
  const { title, connectors } = props;
  return (
    <Breakdown
      heading={t('overview.byCloud')}
      label={t('overview.byCloudOf', { title })}
      subscription={props.subscription}
      parts={CLOUD_PROVIDERS.map((provider, index) => ({
        key: provider,
        look: SHADES[index],
        count: connectors.byProvider[provider] ?? 0,
        what: t(`provider.${provider}`),
        filters: { provider },
      }))}
    />
  );
}

interface BreakdownPart {
  key: string;
  look: PartLook;
  count: number;
  /** What people call it. */
  what: string;
  /** What narrows the list of connectors to it. */
  filters: Record<string, string>;
}

function Breakdown(props: {
  heading: string;
  /** What the picture is called. */
  label: string;
  subscription?: string;
  parts: BreakdownPart[];
}) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { heading, label, parts, subscription } = props;
  return (
    <div>
      <Typography variant="subtitle2" component="h4">
        {heading}
      </Typography>
      <Proportions
        label={label}
        none={t('overview.noneYet')}
        parts={parts.map(({ key, look, count, what, filters }) => ({
          key,
          look,
          count,
          name: (
            <PartLink to="connectors" filters={{ subscription, ...filters }}>
              {t('overview.part', {
                what,
                number: count.toLocaleString(locale),
              })}
            </PartLink>
          ),
        }))}
      />
    </div>
  );
}
