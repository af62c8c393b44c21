import { useQualysTranslation } from '../../../translation';

/** The id of the form's dialog, which those of its parts begin with. */
export const S3_FORM_ID = 'qualys-s3';

/** What the form's dialog is called. */
export function useS3FormTitle(props: {
  mode: 'update' | 'adopt';
  name: string;
}): string {
  const { t } = useQualysTranslation();
  const { mode, name } = props;
  return mode === 'adopt'
    ? t('s3.adopt.title', { name })
    : t('s3.editOf', { name });
}
