import type { Paged } from 'qualys-client';
import type { CloudConnector } from 'qualys-model';
import type { ScanCoverage } from '../mirror';

/** What was read of the list of one cloud. */
export interface CloudReading {
  connectors: CloudConnector[];
  coverage: ScanCoverage;
  /** Why the reading broke off, where it is only a part. */
  error?: unknown;
}

/**
 * Reads the list of one cloud to its end. The list is read page by page while
 * others may change it: a connector that comes twice, or a total that is not
 * what came, tells that something moved, and then that something may be
 * missing, too.
 */
export async function scanCloud(
  list: Paged<CloudConnector>,
): Promise<CloudReading> {
  const connectors: CloudConnector[] = [];
  const ids = new Set<string>();
  let total: number | undefined;
  try {
    for await (const page of list.pages()) {
      for (const connector of page.items) {
        connectors.push(connector);
        ids.add(connector.id);
      }
      total = page.totalItems ?? total;
    }
  } catch (error) {
    return { connectors, coverage: 'part', error };
  }
  const drifted =
    ids.size !== connectors.length ||
    (total !== undefined && total !== ids.size);
  return { connectors, coverage: drifted ? 'drifted' : 'whole' };
}
