import Button, { type ButtonProps } from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { usePermission } from '@backstage/plugin-permission-react';
import type { qualysSyncRunPermission } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';

export interface PermittedButtonProps extends ButtonProps {
  permission: typeof qualysSyncRunPermission;
}

/**
 * A button that is off for whoever lacks a permission, and says so. It stays
 * reachable by keyboard then, so that everybody can learn why it is off.
 */
export function PermittedButton(props: PermittedButtonProps) {
  const { permission, onClick, disabled, ...others } = props;
  const { t } = useQualysTranslation();
  const { loading, allowed } = usePermission({ permission });
  if (allowed || loading) {
    return (
      <Button {...others} disabled={disabled || loading} onClick={onClick} />
    );
  }
  return (
    <Tooltip
      title={t('permission.action', { permission: permission.name })}
      // Disabled buttons cannot be reached: this one only looks and acts so.
    >
      <Button {...others} className="Mui-disabled" aria-disabled />
    </Tooltip>
  );
}
