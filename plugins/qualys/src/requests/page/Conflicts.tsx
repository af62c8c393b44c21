import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NoneIcon from '@material-ui/icons/CheckCircleOutline';
import ConflictIcon from '@material-ui/icons/ErrorOutline';
import KnowIcon from '@material-ui/icons/ReportProblemOutlined';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RequestConflict } from 'backstage-plugin-qualys-common';
import { PartLink } from '../../platform/PlatformPaths';
import { useQualysTranslation, type Translate } from '../../translation';
import { conflictInWords } from '../conflictWords';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    error: { color: theme.palette.status.error },
    warning: { color: theme.palette.status.warning },
    none: { color: theme.palette.status.ok },
    severity: { fontWeight: theme.typography.fontWeightBold as number },
  }),
  { name: 'QualysRequestConflicts' },
);

// Qualys would refuse the first, or have two connectors on one account; the
// others may well be meant.
const SEVERITY = {
  accountConnected: 'error',
  accountConnectedByOrganization: 'error',
  arnConnected: 'error',
  nameTaken: 'error',
  accountRequested: 'warning',
  ownedByRule: 'warning',
} as const satisfies Record<RequestConflict['kind'], 'error' | 'warning'>;

/** What whoever decides should know, the most pressing first. */
export function Conflicts(props: { conflicts: readonly RequestConflict[] }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { conflicts } = props;
  if (conflicts.length === 0) {
    return (
      <Typography variant="body1" component="div" className={classes.line}>
        <NoneIcon className={classes.none} aria-hidden />
        {t('requestDecision.conflicts.none')}
      </Typography>
    );
  }
  const sorted = conflicts.toSorted(
    (a, b) =>
      Number(SEVERITY[a.kind] === 'warning') -
      Number(SEVERITY[b.kind] === 'warning'),
  );
  return (
    <ul
      className={classes.list}
      aria-label={t('requestDecision.conflicts.title')}
    >
      {sorted.map((conflict, index) => {
        const severity = SEVERITY[conflict.kind];
        const Icon = severity === 'error' ? ConflictIcon : KnowIcon;
        return (
          <Typography
            // They have no id, and those that may not be seen are all alike.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            component="li"
            variant="body1"
            className={classes.line}
          >
            <Icon className={classes[severity]} aria-hidden />
            <span>
              <span className={classes.severity}>
                {t(`requestDecision.conflicts.severity.${severity}`)}:
              </span>{' '}
              {inWords(conflict, t)}
            </span>
          </Typography>
        );
      })}
    </ul>
  );
}

/** The same as elsewhere, with links to what it is about. */
function inWords(conflict: RequestConflict, t: Translate) {
  const { connector, kind, owner, request } = conflict;
  return conflictInWords<JSX.Element>(
    kind,
    {
      connector: connector && (
        <EntityRefLink entityRef={connector.entityRef} underline="always">
          {connector.name || connector.id}
        </EntityRefLink>
      ),
      request: request && (
        <PartLink
          to="requests"
          below={encodeURIComponent(request.id)}
          underline="always"
        >
          {request.name || t('requestList.noName')}
        </PartLink>
      ),
      owner: owner ? (
        <EntityRefLink entityRef={owner} defaultKind="group" />
      ) : undefined,
    },
    t,
  );
}
