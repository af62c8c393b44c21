import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  qualysEntityReadPermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { Loading } from '../../components/Loading';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RelativeTime } from '../../components/RelativeTime';
import { ShowEarlier } from '../../components/ShowEarlier';
import { useQualysTranslation } from '../../translation';
import { Happening } from './Happening';
import { useConnectorHistory, type HistorySoFar } from './useConnectorHistory';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(4) },
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
    sub: { color: theme.palette.textSubtle, marginTop: theme.spacing(1) },
  }),
  { name: 'QualysConnectorHistory' },
);

/** What happened to a connector, as the syncs saw it, asked for on its own. */
export function ConnectorHistory(props: { connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const classes = useStyles();
  const { connector } = props;
  const history = useConnectorHistory(getCompoundEntityRef(entity), connector);
  return (
    <section
      aria-labelledby="qualys-connector-history"
      className={classes.root}
    >
      <Typography id="qualys-connector-history" variant="h6" component="h3">
        {t('history.title')}
      </Typography>
      {history.items ? (
        <SoFar history={history} connector={connector} />
      ) : (
        <Pending history={history} />
      )}
    </section>
  );
}

/** Before the first answer. */
function Pending(props: { history: HistorySoFar }) {
  const { t } = useQualysTranslation();
  return props.history.error ? (
    <Failure history={props.history} />
  ) : (
    <Loading label={t('history.loading')} rows={2} />
  );
}

function Failure({ history: { error, retry } }: { history: HistorySoFar }) {
  const { t } = useQualysTranslation();
  return error ? (
    <Box my={1}>
      <ProblemNotice
        error={error}
        onRetry={retry}
        notAllowed={t('tab.notAllowed', {
          permission: qualysEntityReadPermission.name,
        })}
      />
    </Box>
  ) : null;
}

/** What has been read of it. */
function SoFar(props: { history: HistorySoFar; connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector, history } = props;
  const { items = [], keptDays = 0, error, loading, showEarlier } = history;
  const { firstSeen } = connector;
  const allIsKept =
    DateTime.fromISO(firstSeen) > DateTime.now().minus({ days: keptDays });
  return (
    <>
      {items.length === 0 ? (
        <Typography variant="body1">
          {allIsKept
            ? t('history.none')
            : t('history.noneLately', { count: keptDays })}
        </Typography>
      ) : (
        <ol className={classes.list} aria-labelledby="qualys-connector-history">
          {items.map(happening => (
            <Happening
              key={happening.id}
              happening={happening}
              provider={connector.provider}
            />
          ))}
        </ol>
      )}
      <Failure history={history} />
      {!error && (showEarlier || loading) && (
        <Box mb={2}>
          <ShowEarlier loading={loading} onShow={showEarlier} />
        </Box>
      )}
      <Typography variant="body2" component="div" className={classes.sub}>
        <div>
          {t('history.firstSeen', { when: <RelativeTime value={firstSeen} /> })}
        </div>
        <div>{t('history.kept', { count: keptDays })}</div>
      </Typography>
    </>
  );
}
