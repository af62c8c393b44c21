import { memo } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import {
  SECURITY_HUB_BASE_CATEGORIES,
  type SecurityHubRow,
} from 'qualys-model';
import { SEVERITIES, severityInWords } from '../../components/severity';
import { FieldHelp } from '../../settings/fields/FieldHelp';
import { useQualysTranslation } from '../../translation';
import { categoryInWords } from '../categoryInWords';
import { useMatrixStyles, useNarrowMatrix } from '../MatrixTable';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5),
    },
    box: { padding: theme.spacing(0.75) },
    choice: { '& select': { ...theme.typography.body2, height: 'auto' } },
  }),
  { name: 'QualysMatrixRow' },
);

export interface MatrixRowProps {
  /** What the ids of its parts begin with. */
  id: string;
  row: SecurityHubRow;
  /** The columns. */
  regions: readonly string[];
  error?: string;
  onChange: (row: SecurityHubRow) => void;
  onRemove: (row: SecurityHubRow) => void;
}

/** What is to be posted of an AWS account, as a row of the form. */
export const MatrixRow = memo((props: MatrixRowProps) => {
  const { t } = useQualysTranslation();
  const matrix = useMatrixStyles();
  const classes = useStyles();
  const narrow = useNarrowMatrix();
  const { row, error, onChange } = props;
  const { awsAccount, minSeverity, baseCategory } = row;
  const errorId = `${props.id}-${awsAccount}-error`;
  // What Qualys holds may stay, whatever it is.
  const severities = [...new Set([...SEVERITIES, minSeverity])].sort();
  const categories = [
    ...new Set([...SECURITY_HUB_BASE_CATEGORIES, baseCategory]),
  ];

  const toggle = (region: string, posted: boolean) =>
    onChange({
      ...row,
      regions: posted
        ? [...row.regions, region]
        : row.regions.filter(other => other !== region),
    });

  const settings = [
    <Choice
      key="minSeverity"
      value={minSeverity}
      label={t('securityHub.settingOf', {
        account: awsAccount,
        setting: t('securityHub.setting.minSeverity'),
      })}
      choices={severities.map(severity => [
        severity,
        severityInWords(severity, t),
      ])}
      onChange={value => onChange({ ...row, minSeverity: Number(value) })}
    />,
    <Choice
      key="baseCategory"
      value={baseCategory}
      label={t('securityHub.settingOf', {
        account: awsAccount,
        setting: t('securityHub.setting.baseCategory'),
      })}
      choices={categories.map(category => [
        category,
        categoryInWords(category, t),
      ])}
      onChange={value => onChange({ ...row, baseCategory: value })}
    />,
  ];

  return (
    <TableRow>
      <TableCell
        component="th"
        role="rowheader"
        scope="row"
        className={matrix.account}
      >
        <div className={classes.head}>
          <span className={matrix.number}>{awsAccount}</span>
          <IconButton
            size="small"
            aria-label={t('securityHub.form.removeOf', { account: awsAccount })}
            title={t('securityHub.form.remove')}
            onClick={() => props.onRemove(row)}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </div>
        {narrow && settings}
        {error && (
          <FormHelperText id={errorId} error>
            <FieldHelp error={error} />
          </FormHelperText>
        )}
      </TableCell>
      {!narrow &&
        settings.map(setting => (
          <TableCell key={setting.key} className={matrix.setting}>
            {setting}
          </TableCell>
        ))}
      {props.regions.map((region, index) => (
        <TableCell key={region} className={matrix.region}>
          <Checkbox
            color="primary"
            size="small"
            className={classes.box}
            checked={row.regions.includes(region)}
            onChange={event => toggle(region, event.target.checked)}
            inputProps={{
              'aria-label': t('securityHub.form.cell', {
                account: awsAccount,
                region,
              }),
              'aria-describedby': error ? errorId : undefined,
              'aria-invalid': (error && index === 0) || undefined,
            }}
          />
        </TableCell>
      ))}
      <td className={matrix.rest} aria-hidden />
    </TableRow>
  );
});

/** A setting of an account; the browser's own control, which every device knows. */
function Choice(props: {
  value: string | number;
  label: string;
  choices: [value: string | number, label: string][];
  onChange: (value: string) => void;
}) {
  const classes = useStyles();
  const narrow = useNarrowMatrix();
  return (
    <TextField
      select
      fullWidth={narrow}
      className={classes.choice}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': props.label }}
      size="small"
    >
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
