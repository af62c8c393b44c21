import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { useQualysTranslation } from '../../../translation';
import { CATEGORIES, readQuery, withCategory } from '../categories';
import type { S3Form } from './useS3Form';

const ID = 'qualys-s3-categories';

/** The categories that the query of vulnerabilities names; choosing writes the query. */
export function CategoryField(props: { form: S3Form }) {
  const { t } = useQualysTranslation();
  const { form } = props;
  const query = readQuery(form.watch('filterQuery.vuln'));

  const hint = () => {
    if (!query) return t('s3.form.categoriesUnreadable');
    if (query.saysMore) return t('s3.form.categoriesSayMore');
    return query.chosen.length === 0
      ? t('s3.form.categoriesNone')
      : t('s3.form.categoriesHint');
  };

  return (
    <FormControl component="fieldset" disabled={!query}>
      <FormLabel component="legend">{t('s3.categories')}</FormLabel>
      <FormGroup row>
        {CATEGORIES.map(category => (
          <FormControlLabel
            key={category}
            label={t(`s3.category.${category}`)}
            control={
              <Checkbox
                color="primary"
                size="small"
                checked={query?.chosen.includes(category) ?? false}
                onChange={event => {
                  if (!query) return;
                  form.setValue(
                    'filterQuery.vuln',
                    withCategory(query, category, event.target.checked),
                    { shouldDirty: true, shouldValidate: true },
                  );
                }}
                inputProps={{ 'aria-describedby': `${ID}-hint` }}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText id={`${ID}-hint`}>{hint()}</FormHelperText>
    </FormControl>
  );
}
