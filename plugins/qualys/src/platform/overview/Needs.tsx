import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NothingIcon from '@material-ui/icons/CheckCircleOutline';
import NeedIcon from '@material-ui/icons/ReportProblemOutlined';
import type { Status } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { PartLink } from '../PlatformPaths';
import { needsOf, type KnownOwnership } from './needsOf';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    need: { color: theme.palette.status.warning },
    nothing: { color: theme.palette.status.ok },
  }),
  { name: 'QualysNeeds' },
);

/** What needs somebody, each with a link to where something can be done about it. */
export function Needs(props: {
  status: Status;
  ownership: KnownOwnership;
  /** How many requests for connectors wait for a decision; undefined while nobody knows. */
  waiting: number | undefined;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { loading, value } = props.ownership;
  const looking = loading && value === undefined;
  const needs = needsOf(
    props.status,
    props.ownership,
    props.waiting ?? 0,
    t,
    locale,
  );
  return (
    <Paper component="section" aria-labelledby="qualys-needs">
      <Box p={2}>
        <Typography id="qualys-needs" variant="h6" component="h3" gutterBottom>
          {t('needs.title')}
        </Typography>
        {needs.length === 0 ? (
          <Typography variant="body1" component="div" className={classes.line}>
            {looking ? (
              t('needs.loading')
            ) : (
              <>
                <NothingIcon className={classes.nothing} aria-hidden />
                {t('needs.nothing')}
              </>
            )}
          </Typography>
        ) : (
          <ul className={classes.list} aria-labelledby="qualys-needs">
            {needs.map(({ key, text, to, filters }) => (
              <Typography
                key={key}
                component="li"
                variant="body1"
                className={classes.line}
              >
                <NeedIcon className={classes.need} aria-hidden />
                <span>
                  <PartLink to={to} filters={filters}>
                    {text}
                  </PartLink>
                </span>
              </Typography>
            ))}
          </ul>
        )}
      </Box>
    </Paper>
  );
}
