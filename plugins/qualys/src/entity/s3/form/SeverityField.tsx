import TextField from '@material-ui/core/TextField';
import { useController } from 'react-hook-form';
import { useFieldStyles } from '../../../components/fieldStyles';
import { SEVERITIES, severityInWords } from '../../../components/severity';
import { FieldHelp } from '../../../settings/fields/FieldHelp';
import { useQualysTranslation } from '../../../translation';
import { readQuery, writeQuery } from '../categories';
import type { S3Form } from './useS3Form';

export interface SeverityFieldProps {
  form: S3Form;
  warnings: string[];
}

/** The lowest severity that is sent. Where the query bounds it too, both say the same. */
export function SeverityField(props: SeverityFieldProps) {
  const { t } = useQualysTranslation();
  const classes = useFieldStyles();
  const { form } = props;
  const { field } = useController({
    control: form.control,
    name: 'minSeverity',
  });

  const choose = (severity: number) => {
    field.onChange(severity);
    const query = readQuery(form.getValues('filterQuery.vuln'));
    if (query?.minSeverity === undefined) return;
    form.setValue(
      'filterQuery.vuln',
      writeQuery({ ...query, minSeverity: severity }),
      { shouldDirty: true, shouldValidate: true },
    );
  };

  return (
    <TextField
      select
      id="qualys-s3-minSeverity"
      label={t('s3.setting.minSeverity')}
      helperText={
        <FieldHelp hint={t('s3.form.severityHint')} warnings={props.warnings} />
      }
      value={field.value}
      onChange={event => choose(Number(event.target.value))}
      onBlur={field.onBlur}
      inputRef={field.ref}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, className: classes.label }}
      variant="outlined"
      size="small"
      fullWidth
    >
      {SEVERITIES.map(severity => (
        <option key={severity} value={severity}>
          {severityInWords(severity, t)}
        </option>
      ))}
    </TextField>
  );
}
