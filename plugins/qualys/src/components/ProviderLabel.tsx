import { makeStyles } from '@material-ui/core/styles';
import CloudIcon from '@material-ui/icons/CloudOutlined';
import type { CloudProvider } from 'qualys-model';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'QualysProviderLabel' },
);

/** The cloud that a connector belongs to. */
export function ProviderLabel(props: { provider: CloudProvider }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <CloudIcon fontSize="inherit" aria-hidden />
      {t(`provider.${props.provider}`)}
    </span>
  );
}
