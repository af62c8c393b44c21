import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { QqlProblem } from 'qualys-model';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(0.5, 0), padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.25, 0),
      overflowWrap: 'anywhere',
    },
    error: { color: theme.palette.status.error },
    warning: { color: theme.palette.status.warning },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    show: { verticalAlign: 'baseline', whiteSpace: 'nowrap' },
  }),
  { name: 'QualysQqlProblems' },
);

/** Something to know of a query, with its place where it has one. */
export type QueryNote = Pick<QqlProblem, 'severity' | 'message'> &
  Partial<Pick<QqlProblem, 'from' | 'to'>>;

export interface QqlProblemsProps {
  id: string;
  notes: QueryNote[];
  /** Leads to a place of the query. */
  onShow: (from: number, to: number) => void;
}

/** What is wrong or doubtful in a query. */
export function QqlProblems(props: QqlProblemsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <ul id={props.id} className={classes.list}>
      {props.notes.map(({ severity, message, from, to }) => {
        const Icon = severity === 'error' ? ErrorIcon : WarningIcon;
        return (
          <Typography
            key={`${from} ${message}`}
            component="li"
            variant="body2"
            className={classes.item}
          >
            <Icon fontSize="small" className={classes[severity]} aria-hidden />
            <span>
              <span className={classes.hidden}>
                {t(`qql.severity.${severity}`)}{' '}
              </span>
              {message}{' '}
              {from !== undefined && to !== undefined && to > from && (
                <Link
                  component="button"
                  type="button"
                  variant="body2"
                  className={classes.show}
                  onClick={() => props.onShow(from, to)}
                >
                  {t('qql.show')}
                </Link>
              )}
            </span>
          </Typography>
        );
      })}
    </ul>
  );
}
