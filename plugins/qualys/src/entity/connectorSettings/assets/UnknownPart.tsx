import Typography from '@material-ui/core/Typography';
import { useFieldStyles } from '../../../components/fieldStyles';
import { useQualysTranslation } from '../../../translation';

/** Stands in place of the fields of what Qualys does not tell. */
export function UnknownPart(props: { label: string }) {
  const { t } = useQualysTranslation();
  const classes = useFieldStyles();
  return (
    <div>
      <Typography variant="body2" className={classes.label}>
        {props.label}
      </Typography>
      <Typography variant="body2">
        {t('connectorAssets.form.unknown')}
      </Typography>
    </div>
  );
}
