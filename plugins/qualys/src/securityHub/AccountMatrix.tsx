import type { ReactNode } from 'react';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableFooter from '@material-ui/core/TableFooter';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import type { SecurityHubRow } from 'qualys-model';
import { severityInWords } from '../components/severity';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';
import { categoryInWords } from './categoryInWords';
import { MatrixTable, useMatrixStyles, useNarrowMatrix } from './MatrixTable';
import { postingRows, regionsIn } from './rows';
import { SeverityBars } from './SeverityBars';

const useStyles = makeStyles(
  theme => ({
    mark: {
      display: 'inline-flex',
      width: 24,
      height: 24,
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.primary.main,
      color: theme.palette.getContrastText(theme.palette.primary.main),
    },
    icon: { fontSize: '1.1rem' },
    none: {
      display: 'inline-block',
      width: 6,
      height: 6,
      borderRadius: '50%',
      backgroundColor: theme.palette.divider,
      border: `1px solid ${theme.palette.textVerySubtle}`,
      verticalAlign: 'middle',
    },
  }),
  { name: 'QualysAccountMatrix' },
);

export interface AccountMatrixProps {
  /** What it shows. */
  label: string;
  rows: readonly SecurityHubRow[];
  /** Accounts that could have a row, whether they have one or not. */
  accounts?: readonly string[];
}

/** What Security Hub gets of AWS accounts, by regions. */
export function AccountMatrix(props: AccountMatrixProps) {
  const { t } = useQualysTranslation();
  const classes = useMatrixStyles();
  const locale = useLanguage();
  const narrow = useNarrowMatrix();
  const rows = postingRows(props.rows);
  const regions = regionsIn(rows);
  const absent = (props.accounts ?? []).filter(
    account => !rows.some(({ awsAccount }) => awsAccount === account),
  );
  // Up to the end of the row.
  const columns = regions.length + (narrow ? 1 : 3);
  return (
    <MatrixTable label={props.label} regions={regions}>
      <TableBody>
        {rows.map((row, index) => (
          // Qualys may hold an account twice.
          // eslint-disable-next-line react/no-array-index-key
          <Row key={`${row.awsAccount} ${index}`} row={row} regions={regions} />
        ))}
        {absent.map(account => (
          <TableRow key={account}>
            <AccountCell account={account} />
            <TableCell colSpan={columns} className={classes.sub}>
              {t('securityHub.absent')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
      {rows.length > 1 && (
        <TableFooter>
          <TableRow>
            <TableCell
              component="th"
              role="rowheader"
              scope="row"
              className={classes.account}
            >
              {t('securityHub.total')}
            </TableCell>
            {!narrow && (
              <TableCell colSpan={2}>
                {t('securityHub.accounts', {
                  count: rows.length,
                  number: rows.length.toLocaleString(locale),
                })}
              </TableCell>
            )}
            {regions.map(region => (
              <TableCell key={region} className={classes.region}>
                {rows
                  .filter(row => row.regions.includes(region))
                  .length.toLocaleString(locale)}
              </TableCell>
            ))}
            <td className={classes.rest} aria-hidden />
          </TableRow>
        </TableFooter>
      )}
    </MatrixTable>
  );
}

/** What is posted of an account. */
function Row(props: { row: SecurityHubRow; regions: readonly string[] }) {
  const { t } = useQualysTranslation();
  const classes = useMatrixStyles();
  const narrow = useNarrowMatrix();
  const { awsAccount, minSeverity, baseCategory, regions } = props.row;
  const severity = (
    <>
      <SeverityBars minSeverity={minSeverity} />
      {severityInWords(minSeverity, t)}
    </>
  );
  const category = categoryInWords(baseCategory, t);
  return (
    <TableRow>
      <AccountCell account={awsAccount}>
        {narrow && (
          <>
            <div className={classes.sub}>
              <span className={classes.hidden}>
                {t('securityHub.setting.minSeverity')}
              </span>
              {severity}
            </div>
            <div className={classes.sub}>
              <span className={classes.hidden}>
                {t('securityHub.setting.baseCategory')}
              </span>
              {category}
            </div>
          </>
        )}
      </AccountCell>
      {!narrow && (
        <>
          <TableCell className={classes.setting}>{severity}</TableCell>
          <TableCell className={classes.setting}>{category}</TableCell>
        </>
      )}
      {props.regions.map(region => (
        <TableCell key={region} className={classes.region}>
          <Mark posted={regions.includes(region)} />
        </TableCell>
      ))}
      <td className={classes.rest} aria-hidden />
    </TableRow>
  );
}

function AccountCell(props: { account: string; children?: ReactNode }) {
  const classes = useMatrixStyles();
  return (
    <TableCell
      component="th"
      role="rowheader"
      scope="row"
      className={classes.account}
    >
      <span className={classes.number}>{props.account}</span>
      {props.children}
    </TableCell>
  );
}

/** Whether findings of an account are posted in a region. */
function Mark(props: { posted: boolean }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const matrix = useMatrixStyles();
  return (
    <>
      <span className={props.posted ? classes.mark : classes.none} aria-hidden>
        {props.posted && <CheckIcon className={classes.icon} />}
      </span>
      <span className={matrix.hidden}>
        {t(props.posted ? 'securityHub.posted' : 'securityHub.notPosted')}
      </span>
    </>
  );
}
