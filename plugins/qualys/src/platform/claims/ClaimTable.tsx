import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import { DECIDED_BY_RULE, type Binding } from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { RowHeader, RowsTable } from '../../components/RowsTable';
import { useTableStyles } from '../../components/tableStyles';
import { useQualysTranslation } from '../../translation';
import { ClaimActions } from './ClaimActions';
import type { Decision } from './DecisionDialog';

export interface ClaimTableProps {
  claims: Binding[];
  loading: boolean;
  onDecide: (decision: Decision) => void;
}

/** A page of claims. */
export function ClaimTable(props: ClaimTableProps) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  return (
    <RowsTable
      label={t('claims.tableLabel')}
      loading={props.loading}
      loadingLabel={t('claims.loading')}
      head={
        <>
          <TableCell>{t('claims.entity')}</TableCell>
          <TableCell>{t('claims.owner')}</TableCell>
          <TableCell>{t('claims.object')}</TableCell>
          <TableCell>{t('claims.alsoBoundTo')}</TableCell>
          <TableCell>{t('claims.decision')}</TableCell>
          <TableCell>{t('claims.actions')}</TableCell>
        </>
      }
    >
      {props.claims.map(claim => (
        <TableRow key={claim.id}>
          <RowHeader className={classes.line}>
            <EntityRefLink entityRef={claim.entityRef} />
            {!claim.claimed && (
              <div className={classes.sub}>
                {t(claim.made ? 'claims.made' : 'claims.notClaimed')}
              </div>
            )}
          </RowHeader>
          <TableCell className={classes.line}>
            <EntityRefLink entityRef={claim.owner} defaultKind="group" />
          </TableCell>
          <TableCell className={classes.text}>
            <ClaimedObject claim={claim} />
          </TableCell>
          <TableCell>
            {claim.alsoBoundTo.length > 0 ? (
              <EntityRefLinks entityRefs={claim.alsoBoundTo} />
            ) : (
              t('claims.nowhereElse')
            )}
          </TableCell>
          <TableCell className={classes.text}>
            <Standing claim={claim} />
          </TableCell>
          <TableCell>
            <ClaimActions claim={claim} onDecide={props.onDecide} />
          </TableCell>
        </TableRow>
      ))}
    </RowsTable>
  );
}

function ClaimedObject(props: { claim: Binding }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const { type, objectName, objectAccount, subscription, objectId } =
    props.claim;
  return (
    <>
      <div className={classes.sub}>{t(`claims.type.${type}`)}</div>
      <div>{objectName ?? t(`claims.unknown.${type}`)}</div>
      {objectAccount && (
        <div>{t('claims.account', { account: objectAccount })}</div>
      )}
      <div className={classes.sub}>
        {subscription}/{objectId}
      </div>
    </>
  );
}

/** Where a claim stands, since when, who decided and why. */
function Standing(props: { claim: Binding }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const { state, firstSeen, decidedAt, decidedBy, reason } = props.claim;
  const who =
    decidedBy === DECIDED_BY_RULE
      ? t('claims.byRule')
      : decidedBy && <EntityRefLink entityRef={decidedBy} defaultKind="user" />;
  return (
    <>
      <div>{t(`claims.state.${state}`)}</div>
      <div className={classes.sub}>
        {decidedAt && who
          ? t('claims.decidedBy', {
              when: <RelativeTime value={decidedAt} />,
              who,
            })
          : t('claims.since', { when: <RelativeTime value={firstSeen} /> })}
      </div>
      {reason && (
        <div className={classes.sub}>{t('claims.reason', { reason })}</div>
      )}
    </>
  );
}
