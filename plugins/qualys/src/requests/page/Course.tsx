import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircle';
import AheadIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation } from '../../translation';
import { RequestStateIcon } from '../RequestState';
import { Actor } from './Actor';
import { courseOf, type CourseStep } from './courseOf';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: '1.5rem minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      paddingBottom: theme.spacing(2),
      overflowWrap: 'anywhere',
      // The line from each step to the next.
      '&:not(:last-child)::before': {
        content: '""',
        position: 'absolute',
        left: 'calc(0.75rem - 1px)',
        top: '1.75rem',
        bottom: 0,
        width: 2,
        backgroundColor: theme.palette.divider,
      },
    },
    mark: { display: 'flex', justifyContent: 'center', height: '1.5rem' },
    done: { color: theme.palette.status.ok },
    ahead: { color: theme.palette.textSubtle },
    title: { fontWeight: theme.typography.fontWeightBold as number },
    sub: { color: theme.palette.textSubtle },
    reason: { whiteSpace: 'pre-wrap' },
  }),
  { name: 'QualysRequestCourse' },
);

/** The course of a request: what was done by whom, where it stands, and what is to come. */
export function Course(props: { request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { request } = props;
  return (
    <Paper component="section" aria-labelledby="qualys-request-course">
      <Box p={2}>
        <Typography
          id="qualys-request-course"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('requestPage.course.title')}
        </Typography>
        <ol className={classes.list} aria-labelledby="qualys-request-course">
          {courseOf(request).map(step => (
            <li
              key={step.state}
              className={classes.item}
              aria-current={step.status === 'now' ? 'step' : undefined}
            >
              <span className={classes.mark}>
                <Mark step={step} />
              </span>
              <div>
                <Typography
                  variant="body1"
                  className={
                    step.status === 'ahead' ? classes.ahead : classes.title
                  }
                >
                  {t(`requests.state.${step.state}`)}{' '}
                  <span className={classes.sub}>
                    ({t(`requestPage.course.${step.status}`)})
                  </span>
                </Typography>
                <Entered step={step} request={request} />
              </div>
            </li>
          ))}
        </ol>
      </Box>
    </Paper>
  );
}

function Mark({ step }: { step: CourseStep }) {
  const classes = useStyles();
  if (step.status === 'done') {
    return <DoneIcon className={classes.done} aria-hidden />;
  }
  if (step.status === 'ahead') {
    return <AheadIcon className={classes.ahead} aria-hidden />;
  }
  return <RequestStateIcon state={step.state} />;
}

/** Who led into a step, when and why. */
function Entered(props: {
  step: CourseStep;
  request: ConnectorRequestDetails;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { step, request } = props;
  if (step.status === 'ahead') return null;
  const isBeginning = step.state === 'draft' && !step.event;
  // A draft begins with nothing that led into it.
  const at = isBeginning ? request.createdAt : step.event?.at;
  const actor = isBeginning ? request.requester : step.event?.actor;
  if (at === undefined) return null;
  return (
    <>
      <Typography variant="body2" component="div" className={classes.sub}>
        {t('settings.history.byAt', {
          who: <Actor actor={actor} rule={step.event?.rule} />,
          when: <RelativeTime value={at} />,
        })}
      </Typography>
      {step.state === 'approved' && request.decision?.direct && (
        <Typography variant="body2">
          {t('requestPage.course.direct')}
        </Typography>
      )}
      {step.event?.reason && (
        <Typography variant="body2" className={classes.reason}>
          {t('settings.history.reason', { reason: step.event.reason })}
        </Typography>
      )}
    </>
  );
}
