import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { FeedAge } from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      color: theme.palette.textSubtle,
    },
  }),
  { name: 'QualysFeedAges' },
);

/** How old what each feed says is. */
export function FeedAges(props: { feeds: FeedAge[]; title: string }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Typography
      component="ul"
      className={classes.root}
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
