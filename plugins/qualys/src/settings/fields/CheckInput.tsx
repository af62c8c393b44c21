import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form';
import { FieldHelp, hasHelp } from './FieldHelp';

const useStyles = makeStyles(
  theme => ({ help: { margin: theme.spacing(0, 0, 0.5, 4) } }),
  { name: 'QualysCheckInput' },
);

export interface CheckInputProps<Values extends FieldValues> {
  id: string;
  control: Control<Values, any, any>;
  name: FieldPathByValue<Values, boolean>;
  label: string;
  hint?: string;
  warnings?: readonly string[];
  disabled?: boolean;
}

/** Something of a form that is so or not, with what is wrong with it. */
export function CheckInput<Values extends FieldValues>(
  props: CheckInputProps<Values>,
) {
  const { id, control, name, label, hint, warnings, disabled } = props;
  const classes = useStyles();
  const { field, fieldState } = useController({ control, name });
  const help = { error: fieldState.error?.message, hint, warnings };
  const helpId = `${id}-helper-text`;
  return (
    <div>
      <FormControlLabel
        disabled={disabled}
        label={label}
        control={
          <Checkbox
            id={id}
            color="primary"
            size="small"
            checked={field.value}
            onChange={event => field.onChange(event.target.checked)}
            onBlur={field.onBlur}
            inputRef={field.ref}
            inputProps={{
              'aria-describedby': hasHelp(help) ? helpId : undefined,
              'aria-invalid': fieldState.invalid || undefined,
            }}
          />
        }
      />
      {hasHelp(help) && (
        <FormHelperText
          id={helpId}
          className={classes.help}
          error={fieldState.invalid}
        >
          <FieldHelp {...help} />
        </FormHelperText>
      )}
    </div>
  );
}
