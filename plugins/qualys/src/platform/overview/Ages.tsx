import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import OverdueIcon from '@material-ui/icons/ReportProblemOutlined';
import { RelativeTime } from '../../components/RelativeTime';
import { useNow } from '../../hooks/useNow';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: { marginBottom: theme.spacing(1) },
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
    when: { display: 'inline-flex', alignItems: 'center', gap: 4 },
    track: {
      height: 6,
      borderRadius: 3,
      overflow: 'hidden',
      backgroundColor: theme.palette.divider,
    },
    age: {
      height: '100%',
      minWidth: 6,
      backgroundColor: theme.palette.primary.main,
    },
    overdue: { backgroundColor: theme.palette.status.warning },
    overdueIcon: { color: theme.palette.status.warning },
  }),
  { name: 'QualysAges' },
);

/** When something was last read. */
export interface ReadingAge {
  key: string;
  what: string;
  /** ISO 8601; missing where it never was. */
  at?: string;
  overdue: boolean;
}

export interface AgesProps {
  /** What this is about, for those who hear the page. */
  label: string;
  ages: ReadingAge[];
  /** The age that fills the track (in milliseconds); an older one makes the track longer. */
  scale: number;
}

/** How long ago things were last read, as bars of one scale and in words. */
export function Ages(props: AgesProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const now = useNow();
  const ageOf = (at: string) => Math.max(0, now - Date.parse(at));
  const scale = Math.max(
    props.scale,
    ...props.ages.map(({ at }) => (at ? ageOf(at) : 0)),
  );
  return (
    <div>
      <Typography variant="subtitle2" component="h4">
        {t('overview.ages')}
      </Typography>
      <ul className={classes.list} aria-label={props.label}>
        {props.ages.map(({ key, what, at, overdue }) => (
          <li key={key} className={classes.row}>
            <Typography
              variant="body2"
              component="div"
              className={classes.words}
            >
              <span>{what}</span>{' '}
              <span className={classes.when}>
                {at ? <RelativeTime value={at} /> : t('overview.notYet')}{' '}
                {overdue && (
                  <>
                    <OverdueIcon
                      fontSize="inherit"
                      className={classes.overdueIcon}
                      aria-hidden
                    />
                    {t('overview.overdue')}
                  </>
                )}
              </span>
            </Typography>
            <div className={classes.track} aria-hidden>
              {at && (
                <div
                  className={`${classes.age} ${overdue ? classes.overdue : ''}`}
                  style={{ width: `${(ageOf(at) / scale) * 100}%` }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
