import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FeedRun,
  SkippedRecord,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import { Disclosure } from '../../components/Disclosure';
import { useQualysTranslation, type Translate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
    subtle: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysSkippedRecords' },
);

/** The records that a run could not read, with the first of each feed. */
export function SkippedRecords(props: { run: SyncRun }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { skipped, feeds } = props.run;
  if (skipped === 0) return null;
  return (
    <Disclosure summary={t('skipped.summary', { count: skipped })}>
      <Typography variant="body2" className={classes.subtle}>
        {t('skipped.meaning')}
      </Typography>
      {feeds
        .filter(feed => feed.skipped > 0)
        .map(feed => (
          <OfFeed key={feed.feed} feed={feed} />
        ))}
    </Disclosure>
  );
}

function OfFeed(props: { feed: FeedRun }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { feed, skipped, skippedRecords } = props.feed;
  const name = t(`feed.${feed}`);
  const more = skipped - skippedRecords.length;
  return (
    <>
      <Typography variant="subtitle2" component="div">
        {name}
      </Typography>
      <Typography
        component="ul"
        variant="body2"
        className={classes.list}
        aria-label={t('skipped.listOf', { feed: name })}
      >
        {skippedRecords.map((record, index) => (
          // Records without an id can be told apart by nothing else.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>{inWords(record, t)}</li>
        ))}
        {more > 0 && <li>{t('skipped.more', { count: more })}</li>}
      </Typography>
    </>
  );
}

function inWords({ provider, id, message }: SkippedRecord, t: Translate) {
  const cloud = t(`provider.${provider}`);
  return id === undefined
    ? t('skipped.recordWithoutId', { cloud, message })
    : t('skipped.record', { cloud, id, message });
}
