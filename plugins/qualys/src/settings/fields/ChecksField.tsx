import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form';
import { useFieldStyles } from '../../components/fieldStyles';
import { FieldHelp, hasHelp } from './FieldHelp';

export interface ChecksFieldProps<Values extends FieldValues> {
  id: string;
  control: Control<Values, any, any>;
  name: FieldPathByValue<Values, string[]>;
  label: string;
  hint?: string;
  /** What can be chosen, with what people call it. */
  choices: readonly (readonly [value: string, label: string])[];
}

/** Any number of a few things. */
export function ChecksField<Values extends FieldValues>(
  props: ChecksFieldProps<Values>,
) {
  const classes = useFieldStyles();
  const { id, control, name, choices } = props;
  const { field, fieldState } = useController({ control, name });
  const chosen: readonly string[] = field.value;
  const help = { error: fieldState.error?.message, hint: props.hint };
  const helpId = `${id}-helper-text`;
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" className={classes.label}>
        {props.label}
      </FormLabel>
      <FormGroup row>
        {choices.map(([value, label], index) => (
          <FormControlLabel
            key={value}
            label={label}
            control={
              <Checkbox
                color="primary"
                size="small"
                checked={chosen.includes(value)}
                onChange={event =>
                  field.onChange(
                    event.target.checked
                      ? [...chosen, value]
                      : chosen.filter(each => each !== value),
                  )
                }
                onBlur={field.onBlur}
                inputRef={index === 0 ? field.ref : undefined}
                inputProps={{
                  'aria-describedby': hasHelp(help) ? helpId : undefined,
                  'aria-invalid': fieldState.invalid || undefined,
                }}
              />
            }
          />
        ))}
      </FormGroup>
      {hasHelp(help) && (
        <FormHelperText id={helpId} error={fieldState.invalid}>
          <FieldHelp {...help} />
        </FormHelperText>
      )}
    </FormControl>
  );
}
