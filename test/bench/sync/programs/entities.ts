/* Writes the entities that the module makes of a mirror to a file, and hands none to the catalog. */
import type { JsonObject } from '@backstage/types';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { writeEntities } from '../entitiesFile';
import { aroundMutations } from '../mutations';
import { startQualysPortal } from '../portals';
import type { Platform } from '../subscription';
import { REFRESH_TASK } from '../tasks';

export interface EntitiesInput {
  database: JsonObject;
  platform: Platform;
  file: string;
}

/** Gives how many there are. */
export async function run(input: EntitiesInput): Promise<number> {
  const { database, platform, file } = input;
  const made: DeferredEntity[] = [];
  const portal = await startQualysPortal({
    database,
    platform,
    features: [import('backstage-plugin-catalog-backend-module-qualys')],
    extensionPoints: [
      aroundMutations(async mutation => {
        made.push(
          ...(mutation.type === 'full' ? mutation.entities : mutation.added),
        );
      }),
    ],
  });
  try {
    await portal.tasks.run(REFRESH_TASK);
    writeEntities(file, made);
    return made.length;
  } finally {
    await portal.stop();
  }
}
