import {
  parseEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { entityParamsSchema } from '../entities';

/** The entity reference that a text is; undefined where it is none. */
export function refIn(text: string): CompoundEntityRef | undefined {
  try {
    const ref = parseEntityRef(text);
    return entityParamsSchema.safeParse(ref).success ? ref : undefined;
  } catch {
    return undefined;
  }
}
