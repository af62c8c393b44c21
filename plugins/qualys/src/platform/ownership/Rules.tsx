import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipRule } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { Conditions } from './Conditions';
import { Count } from './Count';
import { Gives } from './Gives';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    rule: {
      display: 'grid',
      gridTemplateColumns: '2rem minmax(0, 5fr) minmax(0, 4fr) 11rem',
      gap: theme.spacing(1, 3),
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
      '&:not(:first-child)': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '2rem minmax(0, 1fr)',
        gap: theme.spacing(1),
        '& > :nth-child(n + 3)': { gridColumn: 2 },
      },
    },
    name: { fontWeight: theme.typography.fontWeightBold as number },
    number: { color: theme.palette.textSubtle },
    title: { padding: theme.spacing(2, 2, 0) },
  }),
  { name: 'QualysOwnershipRules' },
);

/** The rules, in the order in which they are tried. */
export function Rules(props: { rules: OwnershipRule[]; total: number }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  return (
    <Paper component="section" aria-labelledby="qualys-rules">
      <Typography
        id="qualys-rules"
        variant="h6"
        component="h3"
        className={classes.title}
      >
        {t('ownership.rules')}
      </Typography>
      <ol className={classes.list} aria-labelledby="qualys-rules">
        {props.rules.map((rule, index) => (
          <li key={rule.rule} className={classes.rule}>
            <Typography
              variant="subtitle1"
              component="div"
              className={classes.number}
            >
              {(index + 1).toLocaleString(locale)}.
            </Typography>
            <div>
              <Typography
                variant="subtitle1"
                component="h4"
                className={classes.name}
              >
                {rule.rule}
              </Typography>
              <Conditions rule={rule} />
            </div>
            <Gives rule={rule} />
            <Count
              connectors={rule.connectors}
              total={props.total}
              filters={{ rule: rule.rule }}
              of={rule.rule}
            />
          </li>
        ))}
      </ol>
    </Paper>
  );
}
