import { awsPartitionOfRegion } from 'qualys-model';
import { SUGGESTED_REGIONS } from '../../components/awsRegions';
import { ChoiceField } from '../../components/ChoiceField';
import { ChecksField } from '../../settings/fields/ChecksField';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import type { RequestForm } from './useRequestForm';

const ID = 'qualys-request-regions';

/** Asks which regions of the account are read: all of them, or some. */
export function RegionsFields(props: { form: RequestForm }) {
  const { t } = useQualysTranslation();
  const { form } = props;
  const [readRegions, regions, partition] = form.watch([
    'readRegions',
    'regions',
    'partition',
  ]);
  const offered = SUGGESTED_REGIONS.filter(
    region => awsPartitionOfRegion(region) === partition,
  );
  // Those that were chosen before, or of another partition, can be taken out.
  const all = [...new Set([...offered, ...regions])];
  return (
    <FieldGroup id={ID} title={t('requests.setting.regions')}>
      <ChoiceField
        id={`${ID}-which`}
        label={t('requestForm.settings.readRegions')}
        value={readRegions}
        choices={[
          ['all', t('requestForm.settings.allRegions')],
          ['some', t('requestForm.settings.someRegions')],
        ]}
        onChange={choice =>
          form.setValue('readRegions', choice === 'some' ? 'some' : 'all', {
            shouldDirty: true,
          })
        }
      />
      {readRegions === 'some' && (
        <>
          <ChecksField
            id={`${ID}-chosen`}
            control={form.control}
            name="regions"
            label={t('requestForm.settings.regions')}
            choices={all.map(region => [region, region])}
          />
          <TextInput
            id={`${ID}-others`}
            control={form.control}
            name="otherRegions"
            label={t('requestForm.settings.otherRegions')}
            hint={t('requestForm.settings.otherRegionsHint')}
            inputProps={{ autoComplete: 'off' }}
          />
        </>
      )}
    </FieldGroup>
  );
}
