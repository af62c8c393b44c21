import { qualysRequestCreatePermission } from 'backstage-plugin-qualys-common';
import { useNavigate } from 'react-router-dom';
import { PermittedButton } from '../components/PermittedButton';
import { useQualysTranslation } from '../translation';
import { useRequestPaths } from './paths';

export interface AskButtonProps {
  /** What the form begins with. */
  prefilled?: Record<string, string | undefined>;
  /** Whether it is not the first thing to do where it stands. */
  secondary?: boolean;
}

/** Leads to the form with which a connector is asked for. */
export function AskButton(props: AskButtonProps) {
  const { t } = useQualysTranslation();
  const paths = useRequestPaths();
  const navigate = useNavigate();
  return (
    <PermittedButton
      permission={qualysRequestCreatePermission}
      variant={props.secondary ? 'outlined' : 'contained'}
      color={props.secondary ? 'default' : 'primary'}
      onClick={() => navigate(paths.ask(props.prefilled))}
    >
      {t('requests.ask')}
    </PermittedButton>
  );
}
