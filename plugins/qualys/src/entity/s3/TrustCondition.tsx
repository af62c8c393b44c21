import { CopyBox } from '../../components/CopyBox';
import { trustConditionOf } from '../../components/trustCondition';
import { useQualysTranslation } from '../../translation';

/**
 * What has to stand in the present trust policy of the role. The condition
 * alone: which principal the S3 integration needs is not documented.
 */
export function TrustCondition(props: { externalId?: string }) {
  const { t } = useQualysTranslation();
  const { externalId } = props;
  if (!externalId) return <div>{t('s3.trust.idNotTold')}</div>;
  return (
    <>
      <div>{t('s3.trust.id')}</div>
      <CopyBox text={externalId} what={t('s3.externalId')} />
      <div>{t('s3.trust.condition')}</div>
      <CopyBox
        text={trustConditionOf([externalId])}
        what={t('s3.trust.conditionName')}
      />
    </>
  );
}
