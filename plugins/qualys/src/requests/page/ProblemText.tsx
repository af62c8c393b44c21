import type { RequestProblem } from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation } from '../../translation';

export interface ProblemTextProps {
  problem: RequestProblem;
  /** Whether it holds now, so that it is told when the portal looks again. */
  present?: boolean;
}

/** What is wrong with a request, what to do about it, and what Qualys said. */
export function ProblemText(props: ProblemTextProps) {
  const { t } = useQualysTranslation();
  const { message, advice, said, retryAt } = props.problem;
  return (
    <>
      <div>{message}</div>
      {advice && <div>{advice}</div>}
      {said && <div>{t('requestPage.qualysSaid', { said })}</div>}
      {props.present && retryAt && (
        <div>
          {t('requestPage.looksAgain', {
            when: <RelativeTime value={retryAt} />,
          })}
        </div>
      )}
    </>
  );
}
