import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  OWNED_BY_NOBODY,
  type Ownership,
} from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../../translation';
import { Count } from './Count';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2) },
    subtle: { color: theme.palette.textSubtle },
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
    line: { padding: theme.spacing(1, 0) },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 11rem',
      gap: theme.spacing(1, 3),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'QualysOthers' },
);

/** Connectors that are counted as one, with what that means. */
function Counted(props: {
  id: string;
  title: string;
  meaning: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { id, title, meaning, children } = props;
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <div className={classes.row}>
        <div>
          <Typography id={id} variant="h6" component="h3">
            {title}
          </Typography>
          <Typography variant="body2" className={classes.subtle}>
            {meaning}
          </Typography>
        </div>
        {children}
      </div>
    </Paper>
  );
}

/** The connectors that belong to those who asked for them. */
export function Requested(props: {
  requested: NonNullable<Ownership['requested']>;
  total: number;
}) {
  const { t } = useQualysTranslation();
  const { connectors, rule } = props.requested;
  return (
    <Counted
      id="qualys-requested"
      title={t('ownership.requested')}
      meaning={t('ownership.requestedMeaning')}
    >
      <Count
        connectors={connectors}
        total={props.total}
        filters={{ rule }}
        of={t('ownership.requested')}
      />
    </Counted>
  );
}

/** What a module of the backend decided about, by the names that it gives. */
export function Others(props: Pick<Ownership, 'others' | 'total'>) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby="qualys-others"
    >
      <Typography id="qualys-others" variant="h6" component="h3">
        {t('ownership.others')}
      </Typography>
      <Typography variant="body2" className={classes.subtle}>
        {t('ownership.othersMeaning')}
      </Typography>
      <ul className={classes.list} aria-labelledby="qualys-others">
        {props.others.map(({ rule, connectors }) => (
          <li key={rule} className={`${classes.row} ${classes.line}`}>
            <Typography variant="subtitle1" component="h4">
              {rule}
            </Typography>
            <Count
              connectors={connectors}
              total={props.total}
              filters={{ rule }}
              of={rule}
            />
          </li>
        ))}
      </ul>
    </Paper>
  );
}

/** The connectors that nobody owns. */
export function Unowned(props: Pick<Ownership, 'unowned' | 'total'>) {
  const { t } = useQualysTranslation();
  const { unowned, total } = props;
  return (
    <Counted
      id="qualys-unowned"
      title={t('ownership.unownedTitle')}
      meaning={t(unowned === 0 ? 'ownership.allOwned' : 'ownership.unowned')}
    >
      {unowned > 0 && (
        <Count
          connectors={unowned}
          total={total}
          filters={{ owner: OWNED_BY_NOBODY }}
          of={t('ownership.unownedTitle')}
        />
      )}
    </Counted>
  );
}
