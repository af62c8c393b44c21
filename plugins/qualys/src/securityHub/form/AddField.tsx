import { useState, type KeyboardEvent } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { ChoiceField } from '../../components/ChoiceField';
import { useFieldStyles } from '../../components/fieldStyles';
import { FieldHelp } from '../../settings/fields/FieldHelp';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      flex: '1 1 18rem',
    },
    field: { flex: 1, minWidth: 0 },
    button: { whiteSpace: 'nowrap', height: 40 },
  }),
  { name: 'QualysAddField' },
);

export interface AddFieldProps {
  id: string;
  label: string;
  hint?: string;
  buttonLabel: string;
  /** What can be added, where that is known. */
  choices?: [value: string, label: string][];
  /** What may be meant. */
  suggestions?: readonly string[];
  /** What is wrong with a value. */
  problemOf: (value: string) => string | undefined;
  onAdd: (value: string) => void;
}

/** Takes something that is to be added to the matrix. */
export function AddField(props: AddFieldProps) {
  const classes = useStyles();
  const fields = useFieldStyles();
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const { id, label, choices, suggestions } = props;

  const change = (text: string) => {
    setValue(text);
    setError(undefined);
  };
  const add = () => {
    const trimmed = value.trim();
    const problem = props.problemOf(trimmed);
    setError(problem);
    if (problem !== undefined) return;
    props.onAdd(trimmed);
    setValue('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It adds, and does not end the form.
    event.preventDefault();
    add();
  };

  return (
    <div className={classes.root}>
      <div className={classes.field}>
        {choices ? (
          <ChoiceField
            id={id}
            label={label}
            value={value}
            choices={choices}
            onChange={change}
          />
        ) : (
          <TextField
            id={id}
            label={label}
            value={value}
            onChange={event => change(event.target.value)}
            onKeyDown={onKeyDown}
            error={error !== undefined}
            helperText={<FieldHelp error={error} hint={props.hint} />}
            inputProps={{
              autoComplete: 'off',
              ...(suggestions && { list: `${id}-suggestions` }),
            }}
            InputLabelProps={{ className: fields.label }}
            variant="outlined"
            size="small"
            fullWidth
          />
        )}
        {suggestions && (
          <datalist id={`${id}-suggestions`}>
            {suggestions.map(suggestion => (
              <option key={suggestion} value={suggestion}>
                {suggestion}
              </option>
            ))}
          </datalist>
        )}
      </div>
      <Button
        variant="outlined"
        className={classes.button}
        startIcon={<AddIcon />}
        disabled={choices !== undefined && value === ''}
        onClick={add}
      >
        {props.buttonLabel}
      </Button>
    </div>
  );
}
