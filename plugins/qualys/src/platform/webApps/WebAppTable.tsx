import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Binding } from 'backstage-plugin-qualys-common';
import { useTableStyles } from '../../components/tableStyles';
import { useQualysTranslation } from '../../translation';

/** A page of claims on web apps. */
export function WebAppTable(props: { claims: Binding[]; loading: boolean }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  return (
    <TableContainer>
      <div className={classes.progress}>
        {props.loading && (
          <LinearProgress aria-label={t('webApps.platform.loading')} />
        )}
      </div>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('webApps.platform.tableLabel')}
        aria-busy={props.loading}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('webApps.platform.webApp')}</TableCell>
            <TableCell>{t('webApps.platform.entity')}</TableCell>
            <TableCell>{t('webApps.platform.owner')}</TableCell>
            <TableCell>{t('webApps.platform.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.claims.map(claim => (
            <TableRow key={claim.id}>
              <TableCell
                component="th"
                role="rowheader"
                scope="row"
                className={classes.line}
              >
                {claim.subscription}/{claim.objectId}
              </TableCell>
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
                    {t('webApps.platform.waits')}
                  </div>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
