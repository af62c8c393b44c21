import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ConnectorAssetsChoices,
  ConnectorRequestDetails,
  RequestEvent,
  RequestProblem,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { ChangeList } from '../../settings/ChangeList';
import { HistoryItem } from '../../settings/HistoryItem';
import { useQualysTranslation } from '../../translation';
import { Actor } from './Actor';
import { ProblemText } from './ProblemText';
import { useRequestWords } from './useRequestWords';

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'QualysRequestHistory' },
);

/** All that happened to a request, newest first. */
export function RequestHistory(props: {
  request: ConnectorRequestDetails;
  /** What its tags and option profiles are called, as far as that is known. */
  assets?: ConnectorAssetsChoices;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { events, provider } = props.request;
  const { profiles, tags } = props.assets ?? {};
  const words = useRequestWords(provider, profiles, tags?.items);
  return (
    <Paper component="section" aria-labelledby="qualys-request-history">
      <Box p={2}>
        <Typography
          id="qualys-request-history"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('requestPage.history.title')}
        </Typography>
        {events.length === 0 ? (
          <Typography variant="body1">
            {t('requestPage.history.none')}
          </Typography>
        ) : (
          <ol className={classes.list} aria-labelledby="qualys-request-history">
            {events.toReversed().map(event => (
              <HistoryItem
                key={event.id}
                title={t(`requestPage.history.action.${event.action}`)}
                who={<Actor actor={event.actor} rule={event.rule} />}
                at={event.at}
                reason={event.reason}
              >
                {event.problem && (
                  <Went event={event} problem={event.problem} />
                )}
                {event.changes && event.changes.length > 0 && (
                  <ChangeList
                    changes={event.changes}
                    wordsOf={words}
                    label={t('requestPage.history.changes')}
                  />
                )}
              </HistoryItem>
            ))}
          </ol>
        )}
      </Box>
    </Paper>
  );
}

/** What went wrong then, or was left behind. */
function Went(props: { event: RequestEvent; problem: RequestProblem }) {
  const { t } = useQualysTranslation();
  const { event, problem } = props;
  const kind =
    problem.code ?? (event.action === 'fail' ? 'other' : 'leftBehind');
  return (
    <Box my={1}>
      <Notice severity="warning" title={t(`requestPage.failure.${kind}`)}>
        <ProblemText problem={problem} />
      </Notice>
    </Box>
  );
}
