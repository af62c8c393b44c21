import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { WebAppScan } from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { Disclosure } from '../../components/Disclosure';
import { RelativeTime } from '../../components/RelativeTime';
import { useLanguage } from '../../hooks/useLanguage';
import { inWords } from '../../components/inWords';
import { useQualysTranslation, type Translate } from '../../translation';
import { Properties, type Property } from '../details/Properties';
import { when } from '../details/values';
import { OutcomeIcon } from './OutcomeIcon';
import { ScanProgress } from './ScanProgress';
import { titleOf, wordOf } from './scanWords';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      overflowWrap: 'anywhere',
    },
    outcome: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    outline: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: 0,
    },
    title: { color: theme.palette.textSubtle, overflowWrap: 'anywhere' },
  }),
  { name: 'QualysScanDetails' },
);

export interface ScanDetailsProps {
  scan: WebAppScan;
  isLast: boolean;
  /** Whether only whoever asks for them sees all of them. */
  brief: boolean;
  /** What can be done with it. */
  action?: ReactNode;
}

/** A scan: what it came to, in the words of Qualys, when and for how long. */
export function ScanDetails(props: ScanDetailsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { scan } = props;
  const { launchedDate } = scan;
  const outline = outlineOf(scan, t, locale);
  const others = (['profile', 'authRecord', 'dnsOverride'] as const).map(
    setting => ({
      name: t(`webApps.scan.${setting}`),
      value: referenceInWords(scan[setting], t),
    }),
  );
  return (
    <div>
      <Typography variant="body2" component="div" className={classes.head}>
        <span>
          {props.isLast
            ? t('webApps.scan.last')
            : t('webApps.scan.chosen', {
                when: launchedDate ? (
                  <RelativeTime value={launchedDate} inList />
                ) : (
                  t('time.unknown')
                ),
              })}
        </span>
        {/* What changes while somebody looks is said to those who listen. */}
        <span className={classes.outcome} role="status">
          <OutcomeIcon outcome={scan.outcome} />
          {scan.ended
            ? t(`webApps.outcome.${scan.outcome}`)
            : wordOf(scan.status, t) ?? t(`webApps.outcome.${scan.outcome}`)}
        </span>
        <span className={classes.title}>{titleOf(scan, t)}</span>
      </Typography>
      {!scan.ended && <ScanProgress status={scan.status} />}
      {props.brief ? (
        <>
          <Outline properties={outline} />
          <Disclosure summary={t('webApps.scan.details')}>
            <Properties properties={[...outline, ...others]} />
          </Disclosure>
        </>
      ) : (
        <Properties properties={[...outline, ...others]} />
      )}
      {props.action && <Box mt={1}>{props.action}</Box>}
    </div>
  );
}

/** What everybody wants to know of a scan. */
function outlineOf(scan: WebAppScan, t: Translate, locale: string): Property[] {
  const { durationSeconds: seconds } = scan;
  return [
    { name: t('webApps.scan.state'), value: wordOf(scan.status, t) },
    { name: t('webApps.scan.results'), value: wordOf(scan.resultsStatus, t) },
    { name: t('webApps.scan.auth'), value: wordOf(scan.authStatus, t) },
    { name: t('webApps.scan.launched'), value: when(scan.launchedDate) },
    {
      name: t('webApps.scan.took'),
      value:
        seconds === undefined
          ? undefined
          : inWords(Math.round(seconds), locale),
    },
  ];
}

/** Names and values on a line or two. */
function Outline(props: { properties: Property[] }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" component="ul" className={classes.outline}>
      {props.properties
        .filter(({ value }) => value)
        .map(({ name, value }) => (
          <li key={name}>
            <span className={classes.title}>{name}:</span> {value}
          </li>
        ))}
    </Typography>
  );
}

/** What people call something that Qualys names by its id, and perhaps its name. */
export function referenceInWords(
  reference: QpsReference | undefined,
  t: Translate,
): string | undefined {
  if (!reference) return undefined;
  const { id, name } = reference;
  return name ? t('webApps.named', { name, id }) : id;
}
