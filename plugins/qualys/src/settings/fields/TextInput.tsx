import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form';
import { useFieldStyles } from '../../components/fieldStyles';
import { FieldHelp, hasHelp } from './FieldHelp';

export interface TextInputProps<Values extends FieldValues>
  extends Pick<
    TextFieldProps,
    'multiline' | 'minRows' | 'required' | 'inputProps'
  > {
  id: string;
  control: Control<Values, any, any>;
  name: FieldPathByValue<Values, string>;
  label: string;
  /** Values with what people call them, where it is one of these. */
  choices?: readonly (readonly [value: string, label: string])[];
  hint?: string;
  warnings?: readonly string[];
  disabled?: boolean;
}

/** A text of a form, with what is wrong with it. */
export function TextInput<Values extends FieldValues>(
  props: TextInputProps<Values>,
) {
  const { control, name, choices, hint, warnings, ...others } = props;
  const classes = useFieldStyles();
  const { field, fieldState } = useController({ control, name });
  const { ref, ...bound } = field;
  const help = { error: fieldState.error?.message, hint, warnings };
  return (
    <TextField
      {...others}
      {...bound}
      inputRef={ref}
      error={fieldState.invalid}
      helperText={hasHelp(help) && <FieldHelp {...help} />}
      InputLabelProps={{
        className: classes.label,
        // A browser shows something in these fields even while they are empty.
        ...((choices ||
          ['date', 'time'].includes(others.inputProps?.type ?? '')) && {
          shrink: true,
        }),
      }}
      // The browser's own control, which every device knows.
      select={choices !== undefined}
      SelectProps={choices && { native: true }}
      variant="outlined"
      size="small"
      fullWidth
    >
      {choices?.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </TextField>
  );
}
