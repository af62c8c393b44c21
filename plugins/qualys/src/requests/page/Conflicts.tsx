import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RequestConflict } from 'backstage-plugin-qualys-common';
import { MarkedLine, MarkedLines } from '../../components/MarkedLines';
import { PartLink } from '../../platform/PlatformPaths';
import { useQualysTranslation, type Translate } from '../../translation';
import { conflictInWords } from '../conflictWords';

const useStyles = makeStyles(
  theme => ({
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
      <MarkedLine alone mark="ok">
        {t('requestDecision.conflicts.none')}
      </MarkedLine>
    );
  }
  const sorted = conflicts.toSorted(
    (a, b) =>
      Number(SEVERITY[a.kind] === 'warning') -
      Number(SEVERITY[b.kind] === 'warning'),
  );
  return (
    <MarkedLines aria-label={t('requestDecision.conflicts.title')}>
      {sorted.map((conflict, index) => {
        const severity = SEVERITY[conflict.kind];
        return (
          // They have no id, and those that may not be seen are all alike.
          // eslint-disable-next-line react/no-array-index-key
          <MarkedLine key={index} mark={severity}>
            <span className={classes.severity}>
              {t(`requestDecision.conflicts.severity.${severity}`)}:
            </span>{' '}
            {inWords(conflict, t)}
          </MarkedLine>
        );
      })}
    </MarkedLines>
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
