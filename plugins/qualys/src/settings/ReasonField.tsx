import TextField from '@material-ui/core/TextField';
import { useFieldStyles } from '../components/fieldStyles';
import { useQualysTranslation } from '../translation';
import { FieldHelp } from './fields/FieldHelp';

export interface ReasonFieldProps {
  id: string;
  value: string;
  onChange: (reason: string) => void;
  /** What is wrong with it. */
  error?: string;
  /** Who reads it; that it is kept in the history unless given. */
  hint?: string;
  /** Whether it can be left out. */
  optional?: boolean;
}

/** Why a change is made, for the history. */
export function ReasonField(props: ReasonFieldProps) {
  const { t } = useQualysTranslation();
  const classes = useFieldStyles();
  return (
    <TextField
      id={props.id}
      label={t(props.optional ? 'settings.reasonOptional' : 'settings.reason')}
      helperText={
        <FieldHelp
          error={props.error}
          hint={props.hint ?? t('settings.reasonHint')}
        />
      }
      error={Boolean(props.error)}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      inputProps={{ maxLength: 1000 }}
      InputLabelProps={{ className: classes.label }}
      variant="outlined"
      multiline
      minRows={2}
      fullWidth
      required={!props.optional}
    />
  );
}
