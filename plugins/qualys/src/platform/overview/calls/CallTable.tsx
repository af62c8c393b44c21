import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { RowHeader } from '../../../components/RowsTable';
import { useTableStyles } from '../../../components/tableStyles';
import { useLanguage } from '../../../hooks/useLanguage';
import { useQualysTranslation } from '../../../translation';
import { callsOf, type CallSeries } from './callSeries';
import { timeOfDay } from './timeOfDay';

const KINDS = ['background', 'user', 'refused'] as const;

const useStyles = makeStyles(
  { scroll: { maxHeight: '16rem' } },
  { name: 'QualysCallTable' },
);

/** The figures of a chart: the stretches in which there were calls. */
export function CallTable(props: { series: CallSeries; label: string }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const tableClasses = useTableStyles();
  const locale = useLanguage();
  return (
    // Whoever uses the keyboard can scroll what it reaches.
    <TableContainer
      className={classes.scroll}
      tabIndex={0}
      role="group"
      aria-label={props.label}
    >
      <Table
        size="small"
        className={tableClasses.table}
        aria-label={props.label}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('calls.from')}</TableCell>
            {KINDS.map(kind => (
              <TableCell key={kind} align="right">
                {t(`calls.kind.${kind}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.series.stretches
            .filter(stretch => callsOf(stretch) + stretch.refused > 0)
            .map(stretch => (
              <TableRow key={stretch.at}>
                <RowHeader>
                  <time dateTime={stretch.at}>
                    {timeOfDay(stretch.at, locale)}
                  </time>
                </RowHeader>
                {KINDS.map(kind => (
                  <TableCell key={kind} align="right">
                    {stretch[kind].toLocaleString(locale)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
