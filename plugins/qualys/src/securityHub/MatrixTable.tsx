import { forwardRef, type ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useQualysTranslation } from '../translation';

/** The look of a matrix: its first column stays in sight, and regions are narrow. */
export const useMatrixStyles = makeStyles(
  theme => ({
    scroll: {
      position: 'relative',
      maxWidth: '100%',
      maxHeight: '32rem',
      overflow: 'auto',
      // What gets the focus is not hidden below what stays in place.
      scrollPadding: '7rem 1rem 1rem 11rem',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      // Backstage's theme takes the browser's own ring away.
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    table: {
      width: 'auto',
      minWidth: '100%',
      // What stays in place needs a border of its own.
      borderCollapse: 'separate',
      '& td, & th': {
        padding: theme.spacing(0.75, 1),
        lineHeight: 1.43,
        wordBreak: 'normal',
        backgroundColor: theme.palette.background.paper,
      },
      '& thead th': {
        position: 'sticky',
        top: 0,
        zIndex: 2,
        verticalAlign: 'bottom',
      },
      '& tr > *': { borderBottom: 0 },
      '& tbody tr > *, & tfoot tr > *': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& tfoot th, & tfoot td': { color: theme.palette.textSubtle },
    },
    /** The column that stays in sight. */
    account: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      textAlign: 'left',
      minWidth: '8.5rem',
      borderRight: `1px solid ${theme.palette.divider}`,
      // Above what scrolls below it, and what scrolls beside it.
      'thead &&': { zIndex: 3 },
    },
    number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    setting: { whiteSpace: 'nowrap' },
    region: {
      width: '2.75rem',
      minWidth: '2.75rem',
      textAlign: 'center',
      '&&': { paddingLeft: 0, paddingRight: 0 },
    },
    /** Codes of regions are long, and the columns below them are not. */
    code: {
      display: 'inline-block',
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    /** Takes the room that the others leave. */
    rest: { width: '100%', '&&': { padding: 0 } },
    sub: { color: theme.palette.textSubtle, fontWeight: 'normal' },
    /** For those who hear it alone. */
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'QualysMatrix' },
);

/**
 * Whether there is room for columns of severity and category: where there is
 * not, they stand below the account, so that the regions are in sight.
 */
export function useNarrowMatrix(): boolean {
  return useMediaQuery(useTheme().breakpoints.down('xs'));
}

export interface MatrixTableProps {
  /** What the table shows. */
  label: string;
  /** The regions, one column each. */
  regions: readonly string[];
  /** Its body, and its foot if any. */
  children: ReactNode;
}

/** AWS accounts by regions: a table that scrolls by itself where it is too wide. */
export const MatrixTable = forwardRef<HTMLDivElement, MatrixTableProps>(
  (props, ref) => {
    const { t } = useQualysTranslation();
    const classes = useMatrixStyles();
    const narrow = useNarrowMatrix();
    return (
      <div
        ref={ref}
        className={classes.scroll}
        role="region"
        aria-label={props.label}
        // Whoever uses the keyboard must be able to scroll it, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Table size="small" className={classes.table} aria-label={props.label}>
          <TableHead>
            <TableRow>
              <TableCell scope="col" className={classes.account}>
                {t('securityHub.account')}
              </TableCell>
              {!narrow && (
                <>
                  <TableCell scope="col" className={classes.setting}>
                    {t('securityHub.setting.minSeverity')}
                  </TableCell>
                  <TableCell scope="col" className={classes.setting}>
                    {t('securityHub.setting.baseCategory')}
                  </TableCell>
                </>
              )}
              {props.regions.map(region => (
                <TableCell key={region} scope="col" className={classes.region}>
                  <span className={classes.code}>{region}</span>
                </TableCell>
              ))}
              <td className={classes.rest} aria-hidden />
            </TableRow>
          </TableHead>
          {props.children}
        </Table>
      </div>
    );
  },
);
