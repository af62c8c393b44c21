import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    address: { overflowWrap: 'anywhere' },
    sub: { color: theme.palette.textSubtle, overflowWrap: 'anywhere' },
  }),
  { name: 'QualysObjectHeading' },
);

export interface ObjectHeadingProps {
  /** What people call it. */
  name: string;
  level: 'h3' | 'h4';
  /** Where it is in the web. */
  address?: ReactNode;
  /** What Qualys calls it. */
  id: string;
}

/** What an object of Qualys is called. */
export function ObjectHeading(props: ObjectHeadingProps) {
  const classes = useStyles();
  const { address } = props;
  return (
    <>
      <Typography
        variant="body1"
        component={props.level}
        className={classes.name}
      >
        {props.name}
      </Typography>
      {address && (
        <Typography variant="body2" component="div" className={classes.address}>
          {address}
        </Typography>
      )}
      <Typography variant="body2" component="div" className={classes.sub}>
        {props.id}
      </Typography>
    </>
  );
}
