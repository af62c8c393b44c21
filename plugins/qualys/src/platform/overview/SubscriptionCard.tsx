import {
  PRIVATE_PLATFORM,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { PartLink } from '../PlatformPaths';
import { Ages } from './Ages';
import { agesOf } from './agesOf';
import { ByCloud, ByState } from './Breakdown';
import { Card } from './Card';
import { sumOf } from './sumOf';
import { SyncLine } from './SyncLine';

/** One subscription at a glance. */
export function SubscriptionCard(props: { subscription: SubscriptionStatus }) {
  const { t } = useQualysTranslation();
  const { subscription } = props;
  const { title, platform, connectors, interval = 0 } = subscription;
  const part = {
    title,
    subscription: subscription.subscription,
    connectors,
  };
  return (
    <Card
      id={`qualys-overview-${subscription.subscription}`}
      title={title}
      facts={
        platform === PRIVATE_PLATFORM
          ? t('syncs.privatePlatform')
          : t('syncs.platform', { platform })
      }
      total={
        <PartLink
          to="connectors"
          filters={{ subscription: subscription.subscription }}
        >
          <Total total={connectors.total} />
        </PartLink>
      }
      foot={<SyncLine subscription={subscription} />}
    >
      <ByState {...part} />
      <ByCloud {...part} />
      <Ages
        label={t('overview.agesOf', { title })}
        ages={agesOf(subscription, t)}
        scale={interval * 1000}
      />
    </Card>
  );
}

/** Several subscriptions together, and when each was last read. */
export function TogetherCard(props: { subscriptions: SubscriptionStatus[] }) {
  const { t } = useQualysTranslation();
  const { subscriptions } = props;
  const title = t('overview.together');
  const connectors = sumOf(subscriptions);
  return (
    <Card
      id="qualys-overview-together"
      title={title}
      facts={t('overview.togetherFacts', { count: subscriptions.length })}
      total={
        <PartLink to="connectors">
          <Total total={connectors.total} />
        </PartLink>
      }
    >
      <ByState title={title} connectors={connectors} />
      <ByCloud title={title} connectors={connectors} />
      <Ages
        label={t('overview.agesTogether')}
        ages={subscriptions.map(
          ({ subscription, title: what, asOf, stale }) => ({
            key: subscription,
            what,
            at: asOf,
            overdue: stale,
          }),
        )}
        scale={1000 * Math.max(...subscriptions.map(one => one.interval ?? 0))}
      />
    </Card>
  );
}

function Total(props: { total: number }) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { total } = props;
  return (
    <>
      {t('syncs.connectors', {
        count: total,
        number: total.toLocaleString(locale),
      })}
    </>
  );
}
