import Grid from '@material-ui/core/Grid';
import type { Control, FieldValues } from 'react-hook-form';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import type { PollingValues } from './pollingValues';

export interface PollingFieldsProps<
  Values extends FieldValues & PollingValues,
> {
  /** What the ids of its parts begin with. */
  id: string;
  control: Control<Values, any, any>;
}

/** Asks how often Qualys reads an account. */
export function PollingFields<Values extends FieldValues & PollingValues>(
  props: PollingFieldsProps<Values>,
) {
  const { t } = useQualysTranslation();
  const { id } = props;
  // The form has these fields among its own, which the compiler cannot see.
  const control = props.control as unknown as Control<PollingValues>;
  return (
    <FieldGroup
      id={`${id}-polling`}
      title={t('connectorSettings.form.polling')}
      explanation={t('connectorSettings.form.pollingHint')}
    >
      <Grid container spacing={2}>
        {(['hours', 'minutes'] as const).map(name => (
          <Grid key={name} item xs={6}>
            <TextInput
              id={`${id}-${name}`}
              control={control}
              name={name}
              label={t(`connectorSettings.form.${name}`)}
              inputProps={{ inputMode: 'numeric' }}
            />
          </Grid>
        ))}
      </Grid>
    </FieldGroup>
  );
}
