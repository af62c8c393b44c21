import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Writes entities to a file, one a line. */
export function writeEntities(file: string, entities: DeferredEntity[]): void {
  writeFileSync(
    file,
    entities.map(entity => `${JSON.stringify(entity)}\n`).join(''),
  );
}

/** Reads them line by line, so that the text of all is never in memory. */
export async function readEntities(file: string): Promise<DeferredEntity[]> {
  const entities: DeferredEntity[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    entities.push(JSON.parse(line));
  }
  return entities;
}
