import Box from '@material-ui/core/Box';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ConnectorErrorList } from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RelativeTime } from '../../components/RelativeTime';
import { useTableStyles } from '../../components/tableStyles';
import { useQualysConnectorErrors } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import type { ConnectorKey } from '../connectorKey';

/** What went wrong while Qualys read the account, asked for on its own. */
export function ConnectorErrors(props: { connector: ConnectorKey }) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const { value, error, retry } = useQualysConnectorErrors(
    getCompoundEntityRef(entity),
    props.connector,
  );
  return (
    <section aria-labelledby="qualys-connector-errors">
      <Typography id="qualys-connector-errors" variant="h6" component="h3">
        {t('errors.title')}
      </Typography>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!error && !value && <Loading label={t('errors.loading')} rows={2} />}
      {!error && value && <Errors list={value} />}
    </section>
  );
}

function Errors(props: { list: ConnectorErrorList }) {
  const { t } = useQualysTranslation();
  const { items, truncated, asOf, staleBecause } = props.list;
  const when = <RelativeTime value={asOf} />;
  return (
    <>
      {staleBecause ? (
        <Box my={1}>
          <Notice severity="warning" title={t('errors.staleTitle')}>
            <div>{staleBecause}</div>
            <div>{t('errors.asOf', { when })}</div>
          </Notice>
        </Box>
      ) : (
        <Typography variant="body2" component="div">
          {t('errors.asOf', { when })}
        </Typography>
      )}
      {items.length === 0 ? (
        <Typography variant="body1">{t('errors.none')}</Typography>
      ) : (
        <ErrorTable items={items} />
      )}
      {truncated && (
        <Typography variant="body2">{t('errors.truncated')}</Typography>
      )}
    </>
  );
}

function ErrorTable(props: { items: ConnectorErrorList['items'] }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-labelledby="qualys-connector-errors"
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('errors.when')}</TableCell>
            <TableCell>{t('errors.where')}</TableCell>
            <TableCell>{t('errors.error')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.items.map((item, index) => (
            // Qualys gives its errors no id, and several may be alike.
            <TableRow key={index}>
              <TableCell className={classes.line}>
                {item.occurredOn ? (
                  <RelativeTime value={item.occurredOn} />
                ) : (
                  t('time.unknown')
                )}
              </TableCell>
              <TableCell className={classes.line}>
                {item.region ?? t('errors.everywhere')}
              </TableCell>
              <TableCell className={classes.text}>{item.error}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
