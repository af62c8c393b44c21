import type { ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { s3Changes, type S3Integration } from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { ChangeList } from '../../settings/ChangeList';
import { useQualysTranslation } from '../../translation';
import { useS3Words } from './useS3Words';

export interface UncertainNoticeProps {
  integration: S3Integration;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Says which settings were on their way to Qualys when the answer was lost. */
export function UncertainNotice(props: UncertainNoticeProps) {
  const { t } = useQualysTranslation();
  const words = useS3Words();
  const { uncertain, settings } = props.integration;
  if (!uncertain) return null;
  const changes = settings ? s3Changes(settings, uncertain.settings) : [];
  return (
    <Notice
      severity="warning"
      title={t('s3.uncertain.title')}
      action={props.action}
    >
      <div>
        {t(changes.length > 0 ? 's3.uncertain.text' : 's3.uncertain.sameText', {
          when: <RelativeTime value={uncertain.at} />,
          who: <EntityRefLink entityRef={uncertain.by} defaultKind="user" />,
        })}
      </div>
      {changes.length > 0 && (
        <ChangeList
          changes={changes}
          wordsOf={words}
          label={t('s3.uncertain.title')}
        />
      )}
      {uncertain.externalId && <div>{t('s3.uncertain.externalId')}</div>}
      <div>{t('s3.uncertain.saveAgain')}</div>
    </Notice>
  );
}
