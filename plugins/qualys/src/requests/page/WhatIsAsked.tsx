import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import type {
  ConnectorAssetsChoices,
  ConnectorRequestDetails,
  RequestChoices,
} from 'backstage-plugin-qualys-common';
import { Properties } from '../../entity/details/Properties';
import { useQualysTranslation } from '../../translation';
import { RequestSettings } from '../RequestSettings';
import { aroundProperties } from './requestProperties';

/** All that is asked for, by whom, and what Qualys gets in with. */
export function WhatIsAsked(props: {
  request: ConnectorRequestDetails;
  /** What its tags and option profiles are called, as far as that is known. */
  assets?: ConnectorAssetsChoices;
  /** What can be asked for in this portal, as far as that is known. */
  choices?: RequestChoices;
}) {
  const { t } = useQualysTranslation();
  const { assets, choices, request } = props;
  const known = choices?.subscriptions.find(
    ({ id }) => id === request.subscription,
  );
  return (
    <Paper component="section" aria-labelledby="qualys-request-settings">
      <Box p={2}>
        <Typography
          id="qualys-request-settings"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('requestPage.settings.title')}
        </Typography>
        <RequestSettings
          provider={request.provider}
          createThrough={request.createThrough}
          settings={request.settings}
          choices={assets}
          subscription={known?.title ?? request.subscription}
        />
        <Properties properties={aroundProperties(request, t)} />
      </Box>
    </Paper>
  );
}
