import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form';
import { FieldHelp } from '../../settings/fields/FieldHelp';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    chosen: { overflowWrap: 'anywhere' },
  }),
  { name: 'QualysKeyFileInput' },
);

export interface KeyFileInputProps<Values extends FieldValues> {
  id: string;
  control: Control<Values, any, any>;
  name: FieldPathByValue<Values, string>;
  label: string;
  hint: string;
}

/** Takes a key file; its content goes into the form and is shown nowhere. */
export function KeyFileInput<Values extends FieldValues>(
  props: KeyFileInputProps<Values>,
) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { id, control, name, label, hint } = props;
  const { field, fieldState } = useController({ control, name });
  const [fileName, setFileName] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const helpId = `${id}-helper-text`;

  const choose = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setFileName(file.name);
    field.onChange(text);
    field.onBlur();
  };
  const remove = () => {
    setFileName(undefined);
    field.onChange('');
    if (input.current) input.current.value = '';
  };

  return (
    <div>
      <Typography variant="body2" component="label" htmlFor={id}>
        {label}
      </Typography>
      <div className={classes.row}>
        <input
          id={id}
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-describedby={helpId}
          aria-invalid={fieldState.invalid || undefined}
          onChange={event => choose(event.target.files?.[0])}
        />
        {field.value !== '' && (
          <>
            <Typography variant="body2" className={classes.chosen}>
              {/* Its name goes with the field, its content stays in the form. */}
              {fileName
                ? t('connectorSettings.form.keyFileChosen', { name: fileName })
                : t('connectorSettings.form.keyFileKept')}
            </Typography>
            <Button size="small" variant="outlined" onClick={remove}>
              {t('connectorSettings.form.keyFileRemove')}
            </Button>
          </>
        )}
      </div>
      <FormHelperText id={helpId} error={fieldState.invalid}>
        <FieldHelp error={fieldState.error?.message} hint={hint} />
      </FormHelperText>
    </div>
  );
}
