import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SettingsHistoryCsvQuery } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../api/QualysApiError';
import { ProblemNotice } from '../../components/ProblemNotice';
import { saveText } from '../../components/saveText';
import { useQualysTranslation } from '../../translation';

/** Tells spreadsheets that it is UTF-8. */
const MARK = '\uFEFF';

export interface DownloadButtonProps {
  /** What is downloaded. */
  query: SettingsHistoryCsvQuery;
}

/** Downloads the history as CSV, as it is narrowed. */
export function DownloadButton(props: DownloadButtonProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<QualysApiError>();

  const download = async () => {
    setLoading(true);
    setError(undefined);
    try {
      const csv = await api.getHistoryCsv(props.query);
      saveText(`${MARK}${csv}`, 'qualys-history.csv', 'text/csv;charset=utf-8');
    } catch (problem) {
      setError(toQualysApiError(problem));
    } finally {
      setLoading(false);
    }
  };

  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon aria-hidden />}
        onClick={download}
        disabled={loading}
      >
        {t(loading ? 'allHistory.downloading' : 'allHistory.download')}
      </Button>
      {error && (
        <Box width="100%">
          <ProblemNotice error={error} onRetry={download} />
        </Box>
      )}
    </>
  );
}
