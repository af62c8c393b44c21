import Button, { type ButtonProps } from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import type { qualysSyncRunPermission } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    off: { color: theme.palette.text.disabled, cursor: 'not-allowed' },
  }),
  { name: 'QualysPermittedButton' },
);

export interface PermittedButtonProps extends Omit<ButtonProps, 'className'> {
  permission: typeof qualysSyncRunPermission;
}

/**
 * A button that is off for whoever lacks a permission, and says so. It stays
 * reachable then, because nobody can learn why a disabled button is off.
 */
export function PermittedButton(props: PermittedButtonProps) {
  const { permission, onClick, disabled, ...others } = props;
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { loading, allowed } = usePermission({ permission });
  if (allowed || loading) {
    return (
      <Button {...others} disabled={disabled || loading} onClick={onClick} />
    );
  }
  return (
    <Tooltip title={t('permission.action', { permission: permission.name })}>
      <Button
        {...others}
        color="default"
        className={classes.off}
        aria-disabled
        disableRipple
      />
    </Tooltip>
  );
}
