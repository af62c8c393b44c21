import TextField from '@material-ui/core/TextField';
import { useFieldStyles } from './fieldStyles';

export interface ChoiceFieldProps {
  id: string;
  label: string;
  value: string;
  /** Values with what people call them. */
  choices: [value: string, label: string][];
  onChange: (value: string) => void;
}

/** One of several; the browser's own control, which every device knows. */
export function ChoiceField(props: ChoiceFieldProps) {
  const classes = useFieldStyles();
  return (
    <TextField
      select
      id={props.id}
      size="small"
      variant="outlined"
      label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, className: classes.label }}
      fullWidth
    >
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
