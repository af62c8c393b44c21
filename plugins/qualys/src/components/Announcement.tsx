import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'QualysAnnouncement' },
);

/** Says something that appears elsewhere on the page to who uses a screen reader, as soon as it does. */
export function Announcement(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div role="status" className={classes.root}>
      {props.children}
    </div>
  );
}
