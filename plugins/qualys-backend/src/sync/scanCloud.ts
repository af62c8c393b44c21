import type { Paged } from 'qualys-client';
import type { CloudConnector } from 'qualys-model';
import type { ScanCoverage } from '../mirror';

/** What was read of the list of one cloud. */
export interface CloudReading {
  /** Each once, as it came last. */
  connectors: CloudConnector[];
  coverage: ScanCoverage;
  /** Why the reading broke off, where it is only a part. */
  error?: unknown;
}

/**
 * Reads the list of one cloud to its end. The list is read page by page while
 * others may change it, and not all of it may come:
 *
 * - A connector that syncs moves to the top. One that was still to come is
 *   missed then, and another one comes twice in its place. In a large
 *   subscription this happens in every scan, so the list is read again, from
 *   the top, until it has come.
 * - When one goes that was read already, the next page begins one too late.
 *   The last total fits, but it is not the one of the pages before.
 */
export async function scanCloud(
  list: Paged<CloudConnector>,
): Promise<CloudReading> {
  const seen = new Map<string, CloudConnector>();
  const totals = new Set<number>();
  let came = 0;
  const read = async (isEnough: () => boolean) => {
    for await (const page of list.pages()) {
      came += page.items.length;
      for (const connector of page.items) seen.set(connector.id, connector);
      if (page.totalItems !== undefined) totals.add(page.totalItems);
      if (isEnough()) break;
    }
  };
  const hasAll = () => [...totals].every(total => total === seen.size);
  const reading = (coverage: ScanCoverage): CloudReading => ({
    connectors: [...seen.values()],
    coverage,
  });

  try {
    await read(() => false);
    const [total = seen.size, ...others] = totals;
    if (came !== total || others.length > 0) return reading('drifted');
    if (!hasAll()) await read(hasAll);
  } catch (error) {
    return { ...reading('part'), error };
  }
  return reading(hasAll() ? 'whole' : 'drifted');
}
