import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Binding } from 'backstage-plugin-qualys-common';
import { RowHeader, RowsTable } from '../../components/RowsTable';
import { useTableStyles } from '../../components/tableStyles';
import { useQualysTranslation } from '../../translation';

/** A page of claims on web apps. */
export function WebAppTable(props: { claims: Binding[]; loading: boolean }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  return (
    <RowsTable
      label={t('webApps.platform.tableLabel')}
      loading={props.loading}
      loadingLabel={t('webApps.platform.loading')}
      head={
        <>
          <TableCell>{t('webApps.platform.webApp')}</TableCell>
          <TableCell>{t('webApps.platform.entity')}</TableCell>
          <TableCell>{t('webApps.platform.owner')}</TableCell>
          <TableCell>{t('webApps.platform.state')}</TableCell>
        </>
      }
    >
      {props.claims.map(claim => (
        <TableRow key={claim.id}>
          <RowHeader className={classes.line}>
            {claim.subscription}/{claim.objectId}
          </RowHeader>
          <TableCell className={classes.line}>
            <EntityRefLink entityRef={claim.entityRef} />
          </TableCell>
          <TableCell className={classes.line}>
            {claim.owner && (
              <EntityRefLink entityRef={claim.owner} defaultKind="group" />
            )}
          </TableCell>
          <TableCell className={classes.text}>
            <div>{t(`claims.state.${claim.state}`)}</div>
            {!claim.claimed && (
              <div className={classes.sub}>
                {t(claim.made ? 'claims.made' : 'webApps.platform.waits')}
              </div>
            )}
          </TableCell>
        </TableRow>
      ))}
    </RowsTable>
  );
}
