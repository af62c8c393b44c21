import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useController } from 'react-hook-form';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import type { S3Target } from './formValues';
import { warningsOf, type S3GroupProps } from './fieldProps';

const TARGETS: S3Target[] = ['bucket', 'accessPoint'];

/** Where the data go, and as whom Qualys writes them. */
export function DestinationFields(props: S3GroupProps) {
  const { t } = useQualysTranslation();
  const { values, warnings, directedElsewhere } = props;
  const { control } = props.form;
  const { field } = useController({ control, name: 'target' });
  const disabled = directedElsewhere !== undefined;
  // That both are set is not to be chosen, but it may be how things stand.
  const hadBoth = Boolean(
    props.before?.bucketName && props.before.accessPointArn,
  );
  const targets: S3Target[] =
    hadBoth || values.target === 'both' ? [...TARGETS, 'both'] : TARGETS;

  return (
    <FieldGroup
      id="qualys-s3-destination"
      title={t('s3.form.destination')}
      explanation={directedElsewhere}
    >
      <div>
        <FormLabel id="qualys-s3-target" disabled={disabled}>
          {t('s3.form.target')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby="qualys-s3-target"
          name={field.name}
          value={field.value}
          onChange={(_, value) => field.onChange(value)}
          onBlur={field.onBlur}
        >
          {targets.map(target => (
            <FormControlLabel
              key={target}
              value={target}
              disabled={disabled}
              control={<Radio color="primary" size="small" />}
              label={t(`s3.target.${target}`)}
            />
          ))}
        </RadioGroup>
      </div>
      {values.target !== 'accessPoint' && (
        <TextInput
          id="qualys-s3-bucketName"
          control={control}
          name="bucketName"
          label={t('s3.setting.bucketName')}
          warnings={warningsOf(warnings, 'bucketName')}
          disabled={disabled}
        />
      )}
      {values.target !== 'bucket' && (
        <TextInput
          id="qualys-s3-accessPointArn"
          control={control}
          name="accessPointArn"
          label={t('s3.setting.accessPointArn')}
          hint={t('s3.form.accessPointHint')}
          disabled={disabled}
        />
      )}
      <TextInput
        id="qualys-s3-bucketRegion"
        control={control}
        name="bucketRegion"
        label={t('s3.setting.bucketRegion')}
        hint={t(
          values.target === 'accessPoint'
            ? 's3.form.regionOfAccessPointHint'
            : 's3.form.regionHint',
        )}
        warnings={warningsOf(warnings, 'bucketRegion')}
        disabled={disabled}
      />
      <TextInput
        id="qualys-s3-roleArn"
        control={control}
        name="roleArn"
        label={t('s3.setting.roleArn')}
        hint={t('s3.form.roleHint')}
        disabled={disabled}
      />
    </FieldGroup>
  );
}
