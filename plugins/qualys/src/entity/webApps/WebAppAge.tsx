import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReadAge } from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({ age: { color: theme.palette.textSubtle } }),
  { name: 'QualysWebAppAge' },
);

/**
 * How old what is shown is, and why it is not newer where it should be.
 *
 * @param of - what was read, each at a time of its own; the oldest counts
 */
export function WebAppAge(props: { of: readonly ReadAge[] }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const stale = props.of.find(({ staleBecause }) => staleBecause !== undefined);
  const oldest = [...props.of].sort((a, b) => a.asOf.localeCompare(b.asOf))[0];
  const when = <RelativeTime value={(stale ?? oldest).asOf} />;
  return stale ? (
    <Notice severity="warning" title={t('webApps.staleTitle', { when })}>
      {stale.staleBecause}
    </Notice>
  ) : (
    <Typography variant="body2" component="div" className={classes.age}>
      {t('webApps.asOf', { when })}
    </Typography>
  );
}
