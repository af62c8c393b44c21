import TextField from '@material-ui/core/TextField';

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
      InputLabelProps={{ shrink: true }}
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
