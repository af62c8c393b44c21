import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type { MirrorAge } from 'backstage-plugin-qualys-common';
import { useRetryTime } from '../hooks/useRetryTime';
import { useQualysTranslation } from '../translation';
import { Notice } from './Notice';
import { RelativeTime } from './RelativeTime';

/** How old what is shown is, and why it is not newer where it should be. */
export function MirrorAges(props: { ages: MirrorAge[] }) {
  return (
    <>
      {props.ages.map(age => (
        <Box key={age.subscription} mb={2}>
          <Age age={age} named={props.ages.length > 1} />
        </Box>
      ))}
    </>
  );
}

function Age(props: { age: MirrorAge; named: boolean }) {
  const { t } = useQualysTranslation();
  const { title, asOf, stale, problem } = props.age;
  if (!asOf) {
    return (
      <Notice
        severity={problem ? 'warning' : 'info'}
        title={t('age.neverTitle', { title })}
      >
        <div>{t('age.never')}</div>
        <Problem age={props.age} />
      </Notice>
    );
  }

  const when = <RelativeTime value={asOf} />;
  if (stale) {
    return (
      <Notice severity="warning" title={t('age.staleTitle', { title })}>
        <div>{t('age.stale', { when })}</div>
        <Problem age={props.age} />
        <StaleFeeds age={props.age} />
      </Notice>
    );
  }
  if (problem) {
    return (
      <Notice severity="warning" title={t('age.problemTitle', { title })}>
        <div>{t('age.problem', { when })}</div>
        <Problem age={props.age} />
        <StaleFeeds age={props.age} />
      </Notice>
    );
  }
  return (
    <Typography variant="body2" component="div">
      {props.named
        ? t('age.asOfFor', { title, when })
        : t('age.asOf', { when })}
      <StaleFeeds age={props.age} />
    </Typography>
  );
}

/** The feeds whose part of what is shown is older than it should be. */
function StaleFeeds(props: { age: MirrorAge }) {
  const { t } = useQualysTranslation();
  return (
    <>
      {props.age.feeds
        .filter(({ stale }) => stale)
        .map(({ feed, asOf, fullAsOf }) => {
          const name = t(`feed.${feed}`);
          // What is older than the reading in full may have gone since.
          const since = asOf && fullAsOf;
          return (
            <div key={feed}>
              {since
                ? t('feed.stale', {
                    feed: name,
                    when: <RelativeTime value={since} />,
                  })
                : t('feed.staleNever', { feed: name })}
            </div>
          );
        })}
    </>
  );
}

function Problem(props: { age: MirrorAge }) {
  const { t } = useQualysTranslation();
  const { problem } = props.age;
  const retryTime = useRetryTime(problem);
  if (!problem) return null;
  const title =
    problem.code === 'limited' && retryTime
      ? t('problem.limitedUntil', { time: retryTime })
      : t(`problem.${problem.code}`);
  return (
    <>
      <div>
        {title}: {problem.message}
      </div>
      {retryTime && problem.code !== 'limited' && (
        <div>{t('age.retryAfter', { time: retryTime })}</div>
      )}
    </>
  );
}
