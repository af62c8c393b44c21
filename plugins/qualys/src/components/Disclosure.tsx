import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    summary: {
      cursor: 'pointer',
      width: 'fit-content',
      padding: theme.spacing(0.5, 0),
      borderRadius: theme.shape.borderRadius,
      // Backstage's theme takes the browser's own ring away.
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'QualysDisclosure' },
);

/** More of something for those who open it; the browser's own, which every device knows. */
export function Disclosure(props: {
  summary: ReactNode;
  /** Whether it is open until somebody closes it; it is closed unless given. */
  open?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <details open={props.open}>
      <Typography
        component="summary"
        variant="body2"
        className={classes.summary}
      >
        {props.summary}
      </Typography>
      {props.children}
    </details>
  );
}
