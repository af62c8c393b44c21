import type { ReactNode } from 'react';
import Grid from '@material-ui/core/Grid';
import { EntityInput } from '../../settings/fields/EntityInput';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import { useConflictWords } from '../conflictWords';
import type { Findings } from '../useFindings';
import type { RequestForm } from './useRequestForm';

interface FieldProps {
  /** What the ids of the fields of the form begin with. */
  id: string;
  form: RequestForm;
  hint?: string;
}

/** What the connector is called, with what has that name already. */
export function NameField(props: FieldProps & { findings: Findings }) {
  const { t } = useQualysTranslation();
  const words = useConflictWords();
  return (
    <TextInput
      id={`${props.id}-name`}
      control={props.form.control}
      name="name"
      label={t('requests.setting.name')}
      hint={props.hint}
      warnings={props.findings.conflictsOf('name').map(words)}
      inputProps={{ autoComplete: 'off' }}
      required
    />
  );
}

/** What stands beside the name in Qualys. */
export function DescriptionField(props: FieldProps) {
  const { t } = useQualysTranslation();
  return (
    <TextInput
      id={`${props.id}-description`}
      control={props.form.control}
      name="description"
      label={t('requests.setting.description')}
      hint={props.hint}
      multiline
      minRows={2}
    />
  );
}

/** Who the connector belongs to: its owner, and beside that the system. */
export function BelongingFields(
  props: Omit<FieldProps, 'hint'> & {
    /** The field of the owner. */
    owner: ReactNode;
    systemHint: string;
  },
) {
  const { t } = useQualysTranslation();
  return (
    <Grid container spacing={2}>
      <Grid item xs={12} sm={6}>
        {props.owner}
      </Grid>
      <Grid item xs={12} sm={6}>
        <EntityInput
          id={`${props.id}-system`}
          control={props.form.control}
          name="system"
          kind="system"
          label={t('requests.setting.system')}
          hint={props.systemHint}
        />
      </Grid>
    </Grid>
  );
}
