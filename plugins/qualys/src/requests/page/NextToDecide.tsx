import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { useLocation } from 'react-router-dom';
import { useHasBeen } from '../../hooks/useHasBeen';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { useRequestPaths } from '../paths';
import { useLiveRequests } from '../useRequestData';

// The one that was just decided may still be the first of them.
const QUEUE = { scope: 'decidable', order: 'oldest', limit: 2 } as const;

/**
 * Where whoever decides goes on, once the request that they came to decide about
 * is decided, by them or by somebody else.
 */
export function NextToDecide(props: { request: ConnectorRequestDetails }) {
  const { id, may } = props.request;
  const mayDecide = may.includes('approve') || may.includes('reject');
  const cameToDecide = useHasBeen(mayDecide);
  if (!cameToDecide) return null;
  // It is there before there is something to say, so that it is read out.
  return <div role="status">{!mayDecide && <Next after={id} />}</div>;
}

function Next(props: { after: string }) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const paths = useRequestPaths();
  // The list that led here is that to which the next one leads back.
  const { state } = useLocation();
  const { value: waiting } = useLiveRequests(QUEUE);
  // That a decision was made is not hidden by what cannot be read besides.
  if (!waiting) return null;
  const others = waiting.items.filter(({ id }) => id !== props.after);
  const left = waiting.totalItems - (waiting.items.length - others.length);
  const [next] = others;
  return (
    <Box mt={2}>
      <Typography variant="body1">
        {next ? (
          <Link to={paths.one(next.id)} state={state} underline="always">
            {t('requestDecision.next.link', {
              number: left.toLocaleString(locale),
            })}
          </Link>
        ) : (
          t('requestDecision.next.none')
        )}
      </Typography>
    </Box>
  );
}
