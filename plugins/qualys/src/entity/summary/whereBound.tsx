import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { qualysEntityReadPermission } from 'backstage-plugin-qualys-common';
import {
  claimsOf,
  isNamed,
  mayShow,
  type ShownObjectType,
} from './shownObjects';
import { useEntitySummary } from './useEntitySummary';

interface WhereBoundProps {
  type: ShownObjectType;
  children: ReactNode;
}

/**
 * A card that stands on a page where its entity names something of a type, and
 * where the portal has made it for the entity. Anywhere else it is nothing at
 * all, not even a frame, and none of its code is loaded.
 *
 * @param load - loads the card
 */
export function whereBound(
  type: ShownObjectType,
  load: () => Promise<ComponentType>,
): () => JSX.Element {
  const Card = lazy(async () => ({ default: await load() }));
  return function CardWhereBound() {
    return (
      <WhereBound type={type}>
        <Suspense fallback={null}>
          <Card />
        </Suspense>
      </WhereBound>
    );
  };
}

function WhereBound(props: WhereBoundProps) {
  const { entity } = useEntity();
  const { type, children } = props;
  if (isNamed(type, entity)) return <>{children}</>;
  if (!mayShow(type, entity)) return null;
  // What is known of one entity never stands on the page of another.
  return <WhereAllowed key={stringifyEntityRef(entity)} {...props} />;
}

/** Who may not see what was made is not told so on every page that has nothing. */
function WhereAllowed(props: WhereBoundProps) {
  const { entity } = useEntity();
  const { allowed } = usePermission({
    permission: qualysEntityReadPermission,
    resourceRef: stringifyEntityRef(entity),
  });
  return allowed ? <WhereMade {...props} /> : null;
}

function WhereMade({ type, children }: WhereBoundProps) {
  const { entity } = useEntity();
  const { value } = useEntitySummary(getCompoundEntityRef(entity));
  return value && claimsOf(value, type).length > 0 ? <>{children}</> : null;
}
