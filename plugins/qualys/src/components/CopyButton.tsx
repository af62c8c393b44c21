import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import { useQualysTranslation } from '../translation';

// Backstage's own is as large as a button of a form, and would tear the lines apart.
const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      '& button': { width: 24, height: 24, minWidth: 24 },
      '& svg': { width: 16, height: 16 },
    },
  },
  { name: 'QualysCopyButton' },
);

/** Copies a value that is hard to type. */
export function CopyButton(props: { text: string; what: string }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <CopyTextButton
        text={props.text}
        tooltipText={t('copy.done')}
        variant="tertiary"
        aria-label={t('copy.label', { what: props.what })}
      />
    </span>
  );
}
