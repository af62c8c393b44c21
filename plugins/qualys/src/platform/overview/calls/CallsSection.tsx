import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysStatusReadPermission,
  type CallHistory,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../../components/ChoiceField';
import { Loading } from '../../../components/Loading';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { QualysQuery } from '../../../hooks/useQualysQuery';
import { useQualysTranslation } from '../../../translation';
import { callSeriesOf } from './callSeries';
import { Family } from './Family';
import { Legend } from './Legend';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    choice: { width: '14rem' },
    subtle: { color: theme.palette.textSubtle },
    families: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
      gap: theme.spacing(3, 4),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    // A chart does not keep its column from becoming narrower.
    family: { minWidth: 0 },
  }),
  { name: 'QualysCalls' },
);

export interface CallsSectionProps {
  subscriptions: SubscriptionStatus[];
  calls: QualysQuery<CallHistory>;
}

/** The calls to Qualys over time, of one subscription or of all together. */
export function CallsSection(props: CallsSectionProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { subscriptions } = props;
  const [chosen, setChosen] = useState('');
  const shown = subscriptions.filter(
    ({ subscription }) => !chosen || subscription === chosen,
  );
  return (
    <Paper component="section" aria-labelledby="qualys-calls">
      <Box p={2}>
        <div className={classes.head}>
          <Typography id="qualys-calls" variant="h6" component="h3">
            {t('calls.title')}
          </Typography>
          {subscriptions.length > 1 && (
            <div className={classes.choice}>
              <ChoiceField
                id="qualys-calls-subscription"
                label={t('calls.subscription')}
                value={chosen}
                choices={[
                  ['', t('overview.together')],
                  ...subscriptions.map(
                    ({ subscription, title }): [string, string] => [
                      subscription,
                      title,
                    ],
                  ),
                ]}
                onChange={setChosen}
              />
            </div>
          )}
        </div>
        <Typography variant="body2" className={classes.subtle}>
          {t('calls.meaning')}
        </Typography>
        <Charts subscriptions={shown} calls={props.calls} />
      </Box>
    </Paper>
  );
}

function Charts(props: CallsSectionProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { value: history, error, retry } = props.calls;
  if (!history && error) {
    return (
      <Box mt={2}>
        <ProblemNotice
          error={error}
          onRetry={retry}
          notAllowed={t('permission.action', {
            permission: qualysStatusReadPermission.name,
          })}
        />
      </Box>
    );
  }
  if (!history) return <Loading label={t('calls.loading')} rows={5} />;

  const all = callSeriesOf(history, props.subscriptions);
  if (all.every(({ calls }) => calls === 0)) {
    return (
      <Box mt={2}>
        <Typography variant="body1">{t('calls.none')}</Typography>
      </Box>
    );
  }
  return (
    <>
      <Legend
        refused={all.some(({ refused }) => refused > 0)}
        share={all.some(({ share }) => share !== undefined)}
      />
      <ul className={classes.families} aria-labelledby="qualys-calls">
        {all.map(series => (
          <li key={series.family} className={classes.family}>
            <Family series={series} />
          </li>
        ))}
      </ul>
    </>
  );
}
