import type { CallOptions, CloudConnectors } from 'qualys-client';
import type { CloudConnector } from 'qualys-model';

const PAGE_SIZE = 20;

/** What went wrong last when Qualys read the account of a connector, as CloudView lists it. */
export async function latestError(
  connectors: Pick<CloudConnectors<CloudConnector>, 'errors'>,
  id: string,
  options: CallOptions,
): Promise<string | undefined> {
  const list = connectors.errors(id, { ...options, pageSize: PAGE_SIZE });
  for await (const { items } of list.pages()) {
    const [latest] = [...items].sort((a, b) =>
      (b.occurredOn ?? '').localeCompare(a.occurredOn ?? ''),
    );
    return latest?.error;
  }
  return undefined;
}
