import Box from '@material-ui/core/Box';
import type { AnnotationProblem } from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';

/** The parts of the entity's annotations that cannot be understood. */
export function AnnotationProblems(props: { problems: AnnotationProblem[] }) {
  const { t } = useQualysTranslation();
  return (
    <>
      {props.problems.map(({ annotation, value, message }) => (
        <Box key={`${annotation} ${value}`} mb={1}>
          <Notice
            severity="warning"
            title={t('annotation.problemTitle', { annotation })}
          >
            {t('annotation.problem', { value, message })}
          </Notice>
        </Box>
      ))}
    </>
  );
}
