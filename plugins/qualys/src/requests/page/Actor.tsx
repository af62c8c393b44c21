import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useQualysTranslation } from '../../translation';

export interface ActorProps {
  /** Who did it, as an entity reference; missing where the portal did. */
  actor?: string;
  /** The rule of the configuration by which the portal did it. */
  rule?: string;
}

/** Who did something with a request: somebody, the portal, or a rule. */
export function Actor(props: ActorProps) {
  const { t } = useQualysTranslation();
  const { actor, rule } = props;
  if (rule) return <>{t('requestPage.course.rule', { rule })}</>;
  if (!actor) return <>{t('requestPage.course.portal')}</>;
  return <EntityRefLink entityRef={actor} defaultKind="user" />;
}
