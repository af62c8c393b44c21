import type { ReactNode } from 'react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTableStyles } from './tableStyles';

export interface RowsTableProps {
  /** What the table is called. */
  label: string;
  /** Whether other rows are under way. */
  loading: boolean;
  /** What is said then. */
  loadingLabel: string;
  /** The cells of its head. */
  head: ReactNode;
  /** For what the table scrolls in. */
  className?: string;
  /** Its rows. */
  children: ReactNode;
}

/** The table of a list that is read page by page. */
export function RowsTable(props: RowsTableProps) {
  const classes = useTableStyles();
  const { loading } = props;
  return (
    <>
      <div className={classes.progress}>
        {loading && <LinearProgress aria-label={props.loadingLabel} />}
      </div>
      <TableContainer className={props.className}>
        <Table
          size="small"
          className={classes.table}
          aria-label={props.label}
          aria-busy={loading}
        >
          <TableHead>
            <TableRow>{props.head}</TableRow>
          </TableHead>
          <TableBody>{props.children}</TableBody>
        </Table>
      </TableContainer>
    </>
  );
}

/** The cell that says which row it is. */
export function RowHeader(props: { className?: string; children: ReactNode }) {
  return (
    <TableCell
      component="th"
      role="rowheader"
      scope="row"
      className={props.className}
    >
      {props.children}
    </TableCell>
  );
}
