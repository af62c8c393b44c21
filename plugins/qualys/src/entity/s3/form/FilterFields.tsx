import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useController } from 'react-hook-form';
import type { QqlSide, S3Warning } from 'qualys-model';
import { QqlEditor } from '../../../qql/QqlEditor';
import type { QueryNote } from '../../../qql/QqlProblems';
import { CheckInput } from '../../../settings/fields/CheckInput';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { useQualysTranslation } from '../../../translation';
import { withLostDefaults } from '../categories';
import { CategoryField } from './CategoryField';
import { warningsOf, type S3GroupProps } from './fieldProps';
import { SeverityField } from './SeverityField';

/** Which vulnerabilities are sent, and of which assets. */
export function FilterFields(props: S3GroupProps) {
  const { t } = useQualysTranslation();
  const { form, warnings } = props;
  const lost = warnings.some(({ code }) => code === 'defaultsLost');
  return (
    <FieldGroup
      id="qualys-s3-filter"
      title={t('s3.form.filter')}
      explanation={t('s3.form.filterExplanation')}
    >
      <SeverityField
        form={form}
        warnings={warningsOf(warnings, 'minSeverity')}
      />
      <CategoryField form={form} />
      <div>
        <QueryField {...props} member="vuln" side="vulnerability" />
        {lost && (
          <Button
            variant="outlined"
            size="small"
            onClick={() =>
              form.setValue(
                'filterQuery.vuln',
                withLostDefaults(form.getValues('filterQuery.vuln')),
                { shouldDirty: true, shouldValidate: true },
              )
            }
          >
            {t('s3.form.addDefaults')}
          </Button>
        )}
      </div>
      <RemoveFilter {...props} filter="removeVulnFilter" />
      <QueryField
        {...props}
        member="asset"
        side="asset"
        off={props.directedElsewhere}
      />
      <RemoveFilter {...props} filter="removeAssetFilter" />
    </FieldGroup>
  );
}

/** What there is to know of a query as a whole; what is at a place of it, the editor says itself. */
function notesOf(warnings: readonly S3Warning[], path: string): QueryNote[] {
  return warnings
    .filter(warning => warning.path === path && warning.from === undefined)
    .map(({ message }) => ({ severity: 'warning', message }));
}

interface QueryFieldProps extends S3GroupProps {
  member: 'vuln' | 'asset';
  side: QqlSide;
  /** Why it is off, where it is. */
  off?: string;
}

function QueryField(props: QueryFieldProps) {
  const { t } = useQualysTranslation();
  const { member, off } = props;
  const { field } = useController({
    control: props.form.control,
    name: `filterQuery.${member}`,
  });
  return (
    <QqlEditor
      id={`qualys-s3-${member}`}
      label={t(`s3.setting.filterQuery.${member}`)}
      side={props.side}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      disabled={off !== undefined}
      hint={off ?? t(`s3.form.${member}Hint`)}
      notes={notesOf(props.warnings, `filterQuery.${member}`)}
    />
  );
}

interface RemoveFilterProps extends S3GroupProps {
  filter: 'removeVulnFilter' | 'removeAssetFilter';
}

/** Switches a filter off, which must be said twice. */
function RemoveFilter(props: RemoveFilterProps) {
  const { t } = useQualysTranslation();
  const { form, filter, values, warnings, before, directedElsewhere } = props;
  const isNew = values.filterQuery[filter] && !before?.filterQuery[filter];
  return (
    <div>
      <CheckInput
        id={`qualys-s3-${filter}`}
        control={form.control}
        name={`filterQuery.${filter}`}
        label={t(`s3.setting.filterQuery.${filter}`)}
        hint={directedElsewhere ?? t(`s3.form.${filter}Hint`)}
        warnings={warningsOf(warnings, `filterQuery.${filter}`)}
        disabled={directedElsewhere !== undefined}
      />
      {isNew && (
        <Box ml={4}>
          <CheckInput
            id={`qualys-s3-confirm-${filter}`}
            control={form.control}
            name={`confirmed.${filter}`}
            label={t('s3.form.confirm')}
          />
        </Box>
      )}
    </div>
  );
}
