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
import { Announcement } from '../../components/Announcement';
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

/** More than any key file has (in bytes): what is larger is not even read. */
const LARGEST = 100_000;

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
  // Why the file that was chosen last was not taken.
  const [refused, setRefused] = useState<string>();
  const latest = useRef<File>();
  const input = useRef<HTMLInputElement>(null);
  const helpId = `${id}-helper-text`;

  const refuse = (why: string) => {
    latest.current = undefined;
    setFileName(undefined);
    setRefused(why);
    field.onChange('');
    // The same file can be chosen again once it is another.
    if (input.current) input.current.value = '';
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    latest.current = file;
    const { name: chosen } = file;
    if (file.size > LARGEST) {
      refuse(t('connectorSettings.form.keyFileTooLarge', { name: chosen }));
      return;
    }
    const text = await file.text().catch(() => undefined);
    // Another one was chosen meanwhile.
    if (latest.current !== file) return;
    if (text === undefined) {
      refuse(t('connectorSettings.form.keyFileUnreadable', { name: chosen }));
      return;
    }
    setRefused(undefined);
    setFileName(chosen);
    field.onChange(text);
    field.onBlur();
  };
  const remove = () => {
    latest.current = undefined;
    setFileName(undefined);
    field.onChange('');
    if (input.current) {
      input.current.value = '';
      // The button goes with what it was for.
      input.current.focus();
    }
  };
  const wrong = refused ?? fieldState.error?.message;

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
          aria-invalid={wrong !== undefined || undefined}
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
      <FormHelperText id={helpId} error={wrong !== undefined}>
        <FieldHelp error={wrong} hint={hint} />
      </FormHelperText>
      <Announcement>{refused}</Announcement>
    </div>
  );
}
