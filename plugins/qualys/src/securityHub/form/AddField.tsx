import type { KeyboardEvent } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { useController } from 'react-hook-form';
import { useFieldStyles } from '../../components/fieldStyles';
import { FieldHelp, hasHelp } from '../../settings/fields/FieldHelp';
import type { HubForm } from './useHubForm';

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
  form: HubForm;
  /** Where the form holds what is not added yet. */
  name: 'newAccount' | 'newRegion';
  label: string;
  hint?: string;
  buttonLabel: string;
  /** What can be added, where that is known. */
  choices?: [value: string, label: string][];
  /** What may be meant. */
  suggestions?: readonly string[];
  /** What is wrong with the matrix as long as nothing is added. */
  missing?: string;
  /** What is wrong with a value. */
  problemOf: (value: string) => string | undefined;
  onAdd: (value: string) => void;
}

/** Takes something that is to be added to the matrix. */
export function AddField(props: AddFieldProps) {
  const classes = useStyles();
  const fields = useFieldStyles();
  const { id, form, name, choices, suggestions } = props;
  const { field, fieldState } = useController({ control: form.control, name });
  const error = fieldState.error?.message ?? props.missing;
  const help = { error, hint: choices ? undefined : props.hint };

  // The rules of the form are for its end: until then it is no mistake that
  // something is not added yet.
  const change = (text: string) => {
    form.setValue(name, text);
    form.clearErrors(name);
  };
  const add = () => {
    const trimmed = field.value.trim();
    const problem = props.problemOf(trimmed);
    if (problem !== undefined) {
      form.setError(name, { type: 'custom', message: problem });
      return;
    }
    props.onAdd(trimmed);
    change('');
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
        <TextField
          id={id}
          label={props.label}
          value={field.value}
          inputRef={field.ref}
          onChange={event => change(event.target.value)}
          onKeyDown={choices ? undefined : onKeyDown}
          error={error !== undefined}
          helperText={hasHelp(help) && <FieldHelp {...help} />}
          inputProps={{
            autoComplete: 'off',
            ...(suggestions && { list: `${id}-suggestions` }),
          }}
          InputLabelProps={{
            className: fields.label,
            // A browser shows something in these fields even while they are empty.
            ...(choices && { shrink: true }),
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
        disabled={choices !== undefined && field.value === ''}
        onClick={add}
      >
        {props.buttonLabel}
      </Button>
    </div>
  );
}
