import Button from '@material-ui/core/Button';
import type { QualysApiError } from '../api/QualysApiError';
import { useRetryTime } from '../hooks/useRetryTime';
import { useQualysTranslation, type Translate } from '../translation';
import { Notice } from './Notice';

export interface ProblemNoticeProps {
  error: QualysApiError;
  onRetry?: () => void;
  /** What the button says instead of "Try again". */
  retryLabel?: string;
  /** What to say to somebody who is not allowed to see this. */
  notAllowed?: string;
}

/** Says in the user's terms why something could not be read or done. */
export function ProblemNotice(props: ProblemNoticeProps) {
  const { t } = useQualysTranslation();
  const { error, onRetry } = props;
  const retryTime = useRetryTime(error);
  const refused = error.status === 403;
  return (
    <Notice
      severity={refused ? 'info' : 'error'}
      title={titleOf(error, t, retryTime)}
      action={
        onRetry &&
        !refused && (
          <Button variant="outlined" size="small" onClick={onRetry}>
            {props.retryLabel ?? t('problem.retry')}
          </Button>
        )
      }
    >
      <div>{textOf(error, t, props.notAllowed)}</div>
      {retryTime && error.code !== 'limited' && (
        <div>{t('age.retryAfter', { time: retryTime })}</div>
      )}
      {error.fields?.map(field => (
        <div key={field.path}>
          {field.path}: {field.message}
        </div>
      ))}
    </Notice>
  );
}

/** What happened, in a few words. */
export function titleOf(
  error: QualysApiError,
  t: Translate,
  retryTime?: string,
): string {
  if (error.status === 401) return t('problem.signedOut');
  if (error.status === 403) return t('problem.notAllowed');
  if (error.status === undefined && error.code === 'unavailable') {
    return t('problem.offline');
  }
  if (error.code === 'limited' && retryTime) {
    return t('problem.limitedUntil', { time: retryTime });
  }
  return t(`problem.${error.code}`);
}

function textOf(error: QualysApiError, t: Translate, notAllowed?: string) {
  if (error.status === 401) return t('problem.signedOutText');
  if (error.status === 403 && notAllowed) return notAllowed;
  return error.message;
}
