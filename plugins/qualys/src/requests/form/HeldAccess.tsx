import Box from '@material-ui/core/Box';
import type {
  ConnectorRequestDetails,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';
import { isAccessHeld, wipingChanges } from './wiping';

export interface HeldAccessProps {
  /** The draft as the portal has it; missing until it is begun. */
  request: ConnectorRequestDetails | undefined;
  /** What is asked for, as it stands in the form. */
  settings: RequestDraftSettings;
}

/** Says what becomes of the role or the key that was handed over when the account is changed. */
export function HeldAccess(props: HeldAccessProps) {
  const { t } = useQualysTranslation();
  const { request, settings } = props;
  if (!request || !isAccessHeld(request)) return null;
  const { provider } = request;
  const isWiped = wipingChanges(request, settings).length > 0;
  return (
    <Box mb={2}>
      <Notice
        severity={isWiped ? 'warning' : 'info'}
        title={t(
          isWiped
            ? `requestForm.held.${provider}.goesTitle`
            : `requestForm.held.${provider}.title`,
        )}
      >
        {t(
          isWiped
            ? `requestForm.held.${provider}.goes`
            : `requestForm.held.${provider}.text`,
        )}
      </Notice>
    </Box>
  );
}
