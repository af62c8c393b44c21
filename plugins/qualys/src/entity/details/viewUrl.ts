import { ANNOTATION_VIEW_URL, type Entity } from '@backstage/catalog-model';

/** Where a person sees in Qualys what an entity stands for; nothing where it does not say, or no page of the web. */
export function viewUrlOf(entity: Entity): string | undefined {
  const url = entity.metadata.annotations?.[ANNOTATION_VIEW_URL];
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
