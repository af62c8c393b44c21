import { useEffect, useState } from 'react';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import useDebounce from 'react-use/esm/useDebounce';
import { useFieldStyles } from './fieldStyles';

export interface SearchFieldProps {
  id: string;
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}

/** Narrows a list when typing pauses, and follows the address of the page. */
export function SearchField(props: SearchFieldProps) {
  const classes = useFieldStyles();
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);

  useEffect(() => {
    // A space at the end is the beginning of the next word.
    setTyped(before => (before.trim() === value ? before : value));
  }, [value]);
  useDebounce(
    () => {
      if (typed.trim() !== value) onChange(typed.trim());
    },
    300,
    [typed],
  );

  return (
    <TextField
      id={props.id}
      type="search"
      size="small"
      variant="outlined"
      label={props.label}
      placeholder={props.placeholder}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      inputProps={{ maxLength: 200 }}
      InputLabelProps={{ shrink: true, className: classes.label }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon aria-hidden />
          </InputAdornment>
        ),
      }}
      fullWidth
    />
  );
}
