import { CopyTextButton } from '@backstage/core-components';
import { useQualysTranslation } from '../translation';

/** Copies a value that is hard to type. */
export function CopyButton(props: { text: string; what: string }) {
  const { t } = useQualysTranslation();
  return (
    <CopyTextButton
      text={props.text}
      tooltipText={t('copy.done')}
      variant="tertiary"
      aria-label={t('copy.label', { what: props.what })}
    />
  );
}
