import { useEffect, useRef } from 'react';
import Box from '@material-ui/core/Box';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { CreatedWebApp } from 'backstage-plugin-qualys-common';
import { CopyButton } from '../../components/CopyButton';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';

/** What was created, and the line that the owner of the entity can add. */
export function Created(props: { created: CreatedWebApp }) {
  const { t } = useQualysTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The fields that had the focus are gone.
    box.current?.focus();
  }, []);
  const { annotation, entityRef, webApp } = props.created;
  // An id alone would be a number in YAML, and annotations are texts.
  const line = `${annotation.name}: '${annotation.value}'`;
  return (
    <Box {...{ ref: box }} tabIndex={-1}>
      <Notice
        severity="info"
        title={t('webApps.platform.create.doneTitle', {
          id: `${webApp.subscription}/${webApp.id}`,
          entity: <EntityRefLink entityRef={entityRef} />,
        })}
      >
        <div>{t('webApps.platform.create.done')}</div>
        <Box display="flex" alignItems="center" mt={1}>
          <code>{line}</code>
          <CopyButton text={line} what={t('webApps.platform.create.line')} />
        </Box>
      </Notice>
    </Box>
  );
}
