import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from '../../components/CopyButton';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    box: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    code: {
      margin: 0,
      minWidth: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: '0.8125rem',
    },
  }),
  { name: 'QualysTrustCondition' },
);

/** The condition of a role's trust policy that names an external ID. */
function conditionOf(externalId: string): string {
  return `"Condition": ${JSON.stringify(
    { StringEquals: { 'sts:ExternalId': externalId } },
    null,
    2,
  )}`;
}

/**
 * What has to stand in the present trust policy of the role. The condition
 * alone: which principal the S3 integration needs is not documented.
 */
export function TrustCondition(props: { externalId?: string }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { externalId } = props;
  if (!externalId) return <div>{t('s3.trust.idNotTold')}</div>;
  const condition = conditionOf(externalId);
  return (
    <>
      <div>{t('s3.trust.id')}</div>
      <div className={classes.box}>
        <code className={classes.code}>{externalId}</code>
        <CopyButton text={externalId} what={t('s3.externalId')} />
      </div>
      <div>{t('s3.trust.condition')}</div>
      <div className={classes.box}>
        <pre className={classes.code}>{condition}</pre>
        <CopyButton text={condition} what={t('s3.trust.conditionName')} />
      </div>
    </>
  );
}
