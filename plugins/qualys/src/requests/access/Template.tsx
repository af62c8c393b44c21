import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useApi } from '@backstage/frontend-plugin-api';
import { qualysApiRef } from '../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../api/QualysApiError';
import { CopyBox } from '../../components/CopyBox';
import { ProblemNotice } from '../../components/ProblemNotice';
import { saveText } from '../../components/saveText';
import { useQualysTranslation } from '../../translation';

// Qualys does not say which of the two it gives.
function fileOf(template: string): [name: string, type: string] {
  return template.trimStart().startsWith('{')
    ? ['qualys-connector-role.json', 'application/json']
    : ['qualys-connector-role.yaml', 'application/yaml'];
}

/** Qualys' own CloudFormation template for the role of a request, to be saved or copied. */
export function Template(props: { id: string }) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const [template, setTemplate] = useState<string>();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<QualysApiError>();

  const get = async () => {
    setLoading(true);
    setError(undefined);
    try {
      setTemplate(await api.getConnectorRequestTemplate(props.id));
    } catch (problem) {
      setError(toQualysApiError(problem));
    } finally {
      setLoading(false);
    }
  };

  if (error) return <ProblemNotice error={error} onRetry={get} />;
  if (template === undefined) {
    return (
      <Box my={1}>
        <Button
          variant="outlined"
          size="small"
          onClick={get}
          disabled={loading}
        >
          {t(
            loading
              ? 'requestAccess.aws.templateLoading'
              : 'requestAccess.aws.templateGet',
          )}
        </Button>
      </Box>
    );
  }
  return (
    <Box my={1}>
      <Button
        variant="outlined"
        size="small"
        startIcon={<DownloadIcon aria-hidden />}
        onClick={() => saveText(template, ...fileOf(template))}
        // The button that asked for it had the focus, and is gone.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        // The ripple of a focus that is there from the start has no place yet.
        disableFocusRipple
      >
        {t('requestAccess.aws.templateSave')}
      </Button>
      <CopyBox text={template} what={t('requestAccess.aws.templateName')} />
    </Box>
  );
}
