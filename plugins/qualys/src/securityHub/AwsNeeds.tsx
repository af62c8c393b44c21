import { makeStyles } from '@material-ui/core/styles';
import type { SecurityHubRow } from 'qualys-model';
import { CopyBox } from '../components/CopyBox';
import { Disclosure } from '../components/Disclosure';
import { useQualysTranslation } from '../translation';
import {
  acceptCommands,
  QUALYS_PRODUCT_ARN,
  showCommands,
} from './awsCommands';
import { postingRows } from './rows';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(1, 0) },
    intro: { ...theme.typography.body2, marginTop: theme.spacing(1) },
    list: {
      ...theme.typography.body2,
      margin: theme.spacing(1, 0),
      paddingLeft: theme.spacing(3),
      '& > li': { marginBottom: theme.spacing(1.5) },
    },
  }),
  { name: 'QualysAwsNeeds' },
);

/** What has to be done in AWS before Security Hub takes anything, for those who open it. */
export function AwsNeeds(props: { rows: readonly SecurityHubRow[] }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const rows = postingRows(props.rows);
  if (rows.length === 0) return null;
  return (
    <div className={classes.root}>
      <Disclosure summary={t('securityHub.aws.title')}>
        <div className={classes.intro}>{t('securityHub.aws.intro')}</div>
        <ol className={classes.list}>
          <li>{t('securityHub.aws.enabled')}</li>
          <li>
            {t('securityHub.aws.product', {
              arn: <code>{QUALYS_PRODUCT_ARN}</code>,
            })}
            <CopyBox
              text={showCommands(rows)}
              what={t('securityHub.aws.showCommands')}
            />
          </li>
          <li>
            {t('securityHub.aws.accept')}
            {rows.map(row => (
              <Accept key={row.awsAccount} row={row} />
            ))}
          </li>
        </ol>
      </Disclosure>
    </div>
  );
}

function Accept(props: { row: SecurityHubRow }) {
  const { t } = useQualysTranslation();
  const account = props.row.awsAccount;
  const commands = acceptCommands(props.row);
  return (
    <div>
      <div>{t('securityHub.aws.acceptOf', { account })}</div>
      {commands ? (
        <CopyBox
          text={commands}
          what={t('securityHub.aws.acceptCommands', { account })}
        />
      ) : (
        <div>{t('securityHub.aws.acceptUnknown')}</div>
      )}
    </div>
  );
}
