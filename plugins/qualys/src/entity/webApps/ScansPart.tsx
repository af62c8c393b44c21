import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysScanRunPermission,
  qualysSettingsWeakenPermission,
  type BoundWebApp,
  type WebAppScan,
  type WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { Disclosure } from '../../components/Disclosure';
import { Loading } from '../../components/Loading';
import { PermittedButton } from '../../components/PermittedButton';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RelativeTime } from '../../components/RelativeTime';
import type { ReplaceableQuery } from '../../hooks/useReplaceableQuery';
import { useQualysTranslation } from '../../translation';
import { OutcomeIcon } from './OutcomeIcon';
import { ScanDetails } from './ScanDetails';
import { ScanTimeLine } from './ScanTimeLine';
import { scanName, titleOf, wordOf } from './scanWords';

/** As many marks as a narrow screen has room for. */
const MOST_MARKS = 10;

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
    earlier: { listStyle: 'none', margin: 0, padding: 0 },
    scan: {
      justifyContent: 'flex-start',
      textAlign: 'left',
      textTransform: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'QualysScansPart' },
);

export interface ScansPartProps {
  /** What ids and names of its parts begin with. */
  id: string;
  entityRef: string;
  webApp: BoundWebApp;
  name: string;
  scans: ReplaceableQuery<WebAppScanList>;
  /** Whether only whoever asks for them sees all details of a scan. */
  brief: boolean;
  onCancel: (scan: WebAppScan) => void;
}

/** The last scans of a web app: a time line, and the details of one of them. */
export function ScansPart(props: ScansPartProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { value: list, error, loading, retry } = props.scans;
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h5"
        className={classes.heading}
      >
        {t('webApps.scans')}
      </Typography>
      {/* Beside what is known it stays until there is a newer answer, and does not come and go. */}
      {error && (list || !loading) && (
        <ProblemNotice error={error} onRetry={retry} />
      )}
      {!list && (!error || loading) && (
        <Loading label={t('webApps.loadingScans')} rows={2} />
      )}
      {list?.items.length === 0 && <NoScans {...props} />}
      {list && list.items.length > 0 && <Scans {...props} list={list} />}
    </>
  );
}

function NoScans({ webApp: { lastScan } }: ScansPartProps) {
  const { t } = useQualysTranslation();
  return (
    <Typography variant="body2" component="div">
      <div>{t('webApps.noScans')}</div>
      {lastScan?.date && (
        <div>
          {t('webApps.lastLongAgo', {
            status: wordOf(lastScan.status, t) ?? t('time.unknown'),
            when: <RelativeTime value={lastScan.date} />,
          })}
        </div>
      )}
    </Typography>
  );
}

function Scans(props: ScansPartProps & { list: WebAppScanList }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { list, entityRef } = props;
  const { items } = list;
  // Nothing chosen is the last one, also when there is a newer one.
  const [chosen, setChosen] = useState<string>();
  const shown = items.find(({ id }) => id === chosen) ?? items[0];
  const isLast = shown === items[0];
  const choose = (id: string) => setChosen(id === items[0].id ? undefined : id);
  const earlier = items.slice(MOST_MARKS);
  const on = { resourceRef: entityRef };

  return (
    <>
      <ScanTimeLine
        id={props.id}
        name={props.name}
        scans={items.slice(0, MOST_MARKS)}
        chosen={shown.id}
        onChoose={choose}
      />
      <Box mt={1}>
        <ScanDetails
          scan={shown}
          isLast={isLast}
          brief={props.brief}
          action={
            !shown.ended && (
              <PermittedButton
                permission={qualysScanRunPermission}
                {...on}
                also={[{ permission: qualysSettingsWeakenPermission, ...on }]}
                variant="outlined"
                size="small"
                aria-label={t('webApps.scan.cancelOf', {
                  name: scanName(shown),
                })}
                onClick={() => props.onCancel(shown)}
              >
                {t('webApps.scan.cancel')}
              </PermittedButton>
            )
          }
        />
      </Box>
      {earlier.length > 0 && (
        <Disclosure
          summary={t('webApps.timeLine.earlier', { count: earlier.length })}
        >
          <ul className={classes.earlier}>
            {earlier.map(scan => (
              <li key={scan.id}>
                <Button
                  size="small"
                  fullWidth
                  className={classes.scan}
                  startIcon={<OutcomeIcon outcome={scan.outcome} />}
                  aria-pressed={scan.id === shown.id}
                  onClick={() => choose(scan.id)}
                >
                  <span>
                    {t('webApps.timeLine.mark', {
                      what: titleOf(scan, t),
                      when: scan.launchedDate ? (
                        <RelativeTime value={scan.launchedDate} inList />
                      ) : (
                        t('time.unknown')
                      ),
                      outcome: t(`webApps.outcome.${scan.outcome}`),
                    })}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          {list.truncated && (
            <Typography variant="body2">
              {t('webApps.timeLine.truncated')}
            </Typography>
          )}
        </Disclosure>
      )}
    </>
  );
}
