import { makeStyles } from '@material-ui/core/styles';

/**
 * The look of the plugin's tables. Backstage's theme breaks words anywhere and
 * sets lines tight, which suits neither account numbers nor cells of several
 * lines.
 */
export const useTableStyles = makeStyles(
  theme => ({
    table: {
      '& td, & th': {
        lineHeight: 1.43,
        wordBreak: 'normal',
        paddingLeft: theme.spacing(1.5),
        paddingRight: theme.spacing(1.5),
      },
    },
    /** What must stay on one line: numbers, times, names of groups. */
    line: { whiteSpace: 'nowrap' },
    /** What may be long. */
    text: { overflowWrap: 'anywhere', minWidth: '11rem' },
    /** What may be long and is told whole elsewhere: three lines of it. */
    brief: {
      overflowWrap: 'anywhere',
      minWidth: '10rem',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 3,
      overflow: 'hidden',
    },
    /** An identifier, which people know by its beginning. */
    identifier: {
      maxWidth: '9.5rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    /** What is said besides. */
    sub: { color: theme.palette.textSubtle },
    /** Holds the place of the bar that shows that rows are under way. */
    progress: { height: 4 },
  }),
  { name: 'QualysTable' },
);
