import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/OpenInNew';
import { LinkButton } from '@backstage/core-components';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { meaningOf, StateChip } from '../../components/StateChip';
import { useQualysTranslation } from '../../translation';
import { useViewUrl } from './useViewUrl';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    name: { overflowWrap: 'anywhere' },
    link: { marginLeft: 'auto' },
    text: { overflowWrap: 'anywhere' },
    description: {
      overflowWrap: 'anywhere',
      color: theme.palette.textSubtle,
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'QualysConnectorHeader' },
);

/** What a connector is called, how it stands, and the way to it in Qualys. */
export function ConnectorHeader(props: { connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector } = props;
  const viewUrl = useViewUrl(connector.entityRef);
  return (
    <header>
      <div className={classes.line}>
        <Typography variant="h5" component="h2" className={classes.name}>
          {connector.name || connector.id}
        </Typography>
        <StateChip
          state={connector.state}
          reportedState={connector.reportedState}
        />
        {viewUrl && (
          <LinkButton
            // It goes somewhere: it is a link, whatever it looks like.
            role={undefined}
            to={viewUrl}
            variant="outlined"
            size="small"
            className={classes.link}
            endIcon={<OpenIcon aria-hidden />}
          >
            {t('details.openInQualys')}
          </LinkButton>
        )}
      </div>
      {connector.description && (
        <Typography variant="body2" className={classes.description}>
          {connector.description}
        </Typography>
      )}
      <Typography variant="body1">{meaningOf(connector, t)}</Typography>
      {connector.error && connector.state !== 'success' && (
        <Typography variant="body2" className={classes.text}>
          {t('errors.reported', { error: connector.error })}
        </Typography>
      )}
    </header>
  );
}
