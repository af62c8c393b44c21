import {
  connectorErrorListSchema,
  type ConnectorErrorList,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import type { CallOptions } from 'qualys-client';
import type { ConnectorError } from 'qualys-model';
import type { z } from 'zod';
import { connectorsOf, type SubscriptionClient } from '../clients';
import type { CachedReads } from '../reads';

/** Which connector, and what is known of it already. */
export type ConnectorIdentity = Pick<
  MirroredConnector,
  'subscription' | 'provider' | 'id' | 'cloudView' | 'lastSeen' | 'error'
>;

/** Reads the errors of connectors from Qualys, as seldom as can be. */
export interface ConnectorErrors {
  /**
   * The errors of a connector, at most 500, newest first. An answer is good
   * for a minute; when Qualys cannot be asked, the last one is given with the
   * reason. Of a connector that CloudView does not know, the last error that
   * was seen.
   *
   * @throws QualysProblemError when Qualys cannot be asked and no answer is known
   */
  read(connector: ConnectorIdentity): Promise<ConnectorErrorList>;
}

const MAX_ERRORS = 500;
const PAGE_SIZE = 100;
const FRESH_MS = 60_000;

const listSchema = connectorErrorListSchema.pick({
  items: true,
  truncated: true,
});
type List = z.infer<typeof listSchema>;

async function ask(
  { qualys }: SubscriptionClient,
  connector: ConnectorIdentity,
  options: CallOptions,
): Promise<List> {
  const items: ConnectorError[] = [];
  let truncated = false;
  const list = connectorsOf(qualys, connector.provider).errors(connector.id, {
    ...options,
    pageSize: PAGE_SIZE,
  });
  for await (const page of list.pages()) {
    items.push(...page.items);
    truncated = items.length > MAX_ERRORS || !page.last;
    if (items.length >= MAX_ERRORS) break;
  }
  const time = ({ occurredOn }: ConnectorError) => occurredOn ?? '';
  return {
    items: items
      .slice(0, MAX_ERRORS)
      .sort((a, b) => time(b).localeCompare(time(a))),
    truncated,
  };
}

// CloudView alone lists errors. Of what it does not know, the last is known.
function lastKnown({ error, lastSeen }: ConnectorIdentity): ConnectorErrorList {
  return {
    items: error === undefined ? [] : [{ error }],
    truncated: false,
    asOf: lastSeen,
  };
}

/** Makes the reader of errors. */
export function createConnectorErrors(options: {
  reads: Pick<CachedReads, 'read'>;
}): ConnectorErrors {
  const { reads } = options;
  return {
    async read(connector) {
      if (!connector.cloudView) return lastKnown(connector);
      const { subscription, id } = connector;
      const { value, ...age } = await reads.read({
        key: `errors:${subscription}/${id}`,
        subscription,
        area: 'cloudView',
        what: `The errors of connector ${subscription}/${id}`,
        schema: listSchema,
        freshMs: FRESH_MS,
        ask: (client, callOptions) => ask(client, connector, callOptions),
      });
      return { ...value, ...age };
    },
  };
}
