import { Disclosure } from '../../components/Disclosure';
import { useQualysTranslation } from '../../translation';
import { useStepsStyles } from './stepsStyles';

/**
 * How the application is made in Microsoft Entra that Qualys signs in as, for
 * those who have none: its ids are asked for before its secret.
 *
 * Source: Qualys Connectors, Azure, "Set up Authentication Details".
 */
export function ApplicationSteps() {
  const { t } = useQualysTranslation();
  const classes = useStepsStyles();
  return (
    <Disclosure summary={t('requestAccess.azure.application')}>
      <ol className={classes.list}>
        <li>{t('requestAccess.azure.applicationNew')}</li>
        <li>{t('requestAccess.azure.applicationTypes')}</li>
        <li>{t('requestAccess.azure.applicationIds')}</li>
      </ol>
    </Disclosure>
  );
}
