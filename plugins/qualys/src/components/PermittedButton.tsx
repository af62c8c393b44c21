import Button, { type ButtonProps } from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import {
  useMissingPermission,
  type AskedPermission,
} from '../hooks/useMissingPermission';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    off: { color: theme.palette.text.disabled, cursor: 'not-allowed' },
  }),
  { name: 'QualysPermittedButton' },
);

export type PermittedButtonProps = Omit<ButtonProps, 'className'> &
  AskedPermission & {
    /** Other permissions that it takes as well; as many each time. */
    also?: readonly AskedPermission[];
    /** Why nobody can do it, whatever they may. */
    impossible?: string;
  };

/**
 * A button that is off for whoever lacks a permission, or where nothing can be
 * done, and says so. It stays
 * reachable then, because nobody can learn why a disabled button is off.
 */
export function PermittedButton(props: PermittedButtonProps) {
  const { permission, resourceRef, also, impossible, ...button } = props;
  const { onClick, disabled, ...others } = button;
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { loading, missing } = useMissingPermission([
    { permission, resourceRef } as AskedPermission,
    ...(also ?? []),
  ]);
  const why =
    impossible ?? (missing && t('permission.action', { permission: missing }));
  if (!why) {
    return (
      <Button {...others} disabled={disabled || loading} onClick={onClick} />
    );
  }
  return (
    <Tooltip title={why}>
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
