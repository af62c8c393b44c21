import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(10rem, 1fr) 3fr',
      margin: theme.spacing(1, 0, 3),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    name: {
      padding: theme.spacing(1, 1, 0, 0),
      color: theme.palette.textSubtle,
    },
    value: {
      margin: 0,
      padding: theme.spacing(1, 0, 0),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { paddingTop: 0 },
    },
  }),
  { name: 'QualysProperties' },
);

export interface Property {
  name: string;
  value: ReactNode;
}

/** Names and values; those without a value are left out. */
export function Properties(props: { properties: Property[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.properties
        .filter(({ value }) => value !== undefined && value !== '')
        .flatMap(({ name, value }) => [
          <Typography
            key={`${name} name`}
            component="dt"
            variant="body2"
            className={classes.name}
          >
            {name}
          </Typography>,
          <Typography
            key={`${name} value`}
            component="dd"
            variant="body2"
            className={classes.value}
          >
            {value}
          </Typography>,
        ])}
    </dl>
  );
}
