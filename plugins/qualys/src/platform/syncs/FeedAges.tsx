import Typography from '@material-ui/core/Typography';
import type { FeedAge } from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation } from '../../translation';

/** How old what each feed says is. */
export function FeedAges(props: { feeds: FeedAge[]; title: string }) {
  const { t } = useQualysTranslation();
  return (
    <Typography
      component="ul"
      variant="body2"
      aria-label={`${t('syncs.feeds')}: ${props.title}`}
    >
      {props.feeds.map(age => (
        <li key={age.feed}>
          <Feed age={age} />
        </li>
      ))}
    </Typography>
  );
}

function Feed(props: { age: FeedAge }) {
  const { t } = useQualysTranslation();
  const { asOf, fullAsOf } = props.age;
  const feed = t(`feed.${props.age.feed}`);
  if (!asOf || !fullAsOf) return <>{t('feed.never', { feed })}</>;
  const when = <RelativeTime value={asOf} />;
  if (asOf === fullAsOf) return <>{t('feed.age', { feed, when })}</>;
  const full = <RelativeTime value={fullAsOf} />;
  return <>{t('feed.ageInPart', { feed, when, full })}</>;
}
