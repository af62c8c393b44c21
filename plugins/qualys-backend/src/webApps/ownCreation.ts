import { z } from 'zod';
import type { Bindings } from '../bindings';
import type { SettingsHistoryStore } from '../settings';

/** A web app that the portal has created for an entity before. */
export interface OwnCreation {
  /** The id of the web app. */
  id: string;
  /** Its entry in the history where that does not know yet what came of it. */
  unknownEntry?: string;
}

const sameSchema = z.object({ name: z.string(), url: z.string() });

/**
 * Whether a web app is one that the portal has created for an entity, although
 * the creation did not come to its end: its answer was lost for good, or what
 * was created could not be bound.
 *
 * It is not where somebody else may have created it, where it is bound to
 * another entity, or where a claim of the entity on it was decided otherwise.
 */
export async function findOwnCreation(
  {
    bindings,
    history,
  }: {
    bindings: Pick<Bindings['store'], 'decidedOf'>;
    history: Pick<SettingsHistoryStore, 'creationsOf'>;
  },
  {
    entityRef,
    subscription,
    id,
    settings,
  }: {
    entityRef: string;
    subscription: string;
    id: string;
    /** What all the same web apps have in common. */
    settings: { name: string; url: string };
  },
): Promise<OwnCreation | undefined> {
  const object = { type: 'webApp', subscription, objectId: id } as const;
  const entries = (await history.creationsOf(object)).filter(entry => {
    if (entry.objectId === id) return true;
    const { data } = sameSchema.safeParse(entry.settings);
    return data?.name === settings.name && data.url === settings.url;
  });
  if (entries.some(entry => entry.entityRef !== entityRef)) return undefined;
  const decisions = await bindings.decidedOf(object);
  const isDecidedOtherwise = decisions.some(
    decided =>
      (decided.state === 'accepted') !== (decided.entityRef === entityRef),
  );
  // Of several attempts the last one may have made it.
  const [entry] = entries;
  if (!entry || isDecidedOtherwise) return undefined;
  return { id, ...(entry.objectId !== id && { unknownEntry: entry.id }) };
}
