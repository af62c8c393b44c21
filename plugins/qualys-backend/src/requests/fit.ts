import { ConflictError } from '@backstage/errors';
import type { CloudProvider } from 'qualys-model';
import type { SubscriptionConfig } from '../config';
import { InvalidRequestError, type InvalidField } from '../errors';
import type { FoundConflict } from './conflicts';
import type { RequestRecord } from './store';

/** What is wrong with a name that something else has. */
export const NAME_TAKEN: InvalidField = {
  path: 'settings.name',
  message: 'is the name of another connector or of another request',
};

/**
 * Refuses what has problems.
 *
 * @param problems - with paths below the body
 * @throws InvalidRequestError naming them
 */
export function requireFit(problems: readonly InvalidField[]): void {
  if (problems.length === 0) return;
  throw new InvalidRequestError(
    problems.map(({ path, message }) => ({ path: `body.${path}`, message })),
  );
}

/**
 * Refuses what has the name of something else.
 *
 * @throws InvalidRequestError
 */
export function requireNameFree(conflicts: readonly FoundConflict[]): void {
  if (conflicts.some(({ kind }) => kind === 'nameTaken')) {
    requireFit([NAME_TAKEN]);
  }
}

/**
 * The subscription that a connector is asked for in.
 *
 * @throws InvalidRequestError where it is not configured, or its connectors of
 * the cloud are not read: the portal would never see what it has created
 */
export function requireSubscription(
  subscriptions: readonly SubscriptionConfig[],
  {
    subscription: id,
    provider,
  }: { subscription: string; provider: CloudProvider },
): SubscriptionConfig {
  const subscription = subscriptions.find(each => each.id === id);
  if (!subscription) {
    const ids = subscriptions.map(each => each.id).join(', ');
    throw new InvalidRequestError([
      {
        path: 'body.subscription',
        message: `must be one of the configured subscriptions: ${ids}`,
      },
    ]);
  }
  const { clouds } = subscription;
  if (!clouds.includes(provider)) {
    throw new InvalidRequestError([
      {
        path: 'body.provider',
        message: `must be one of the clouds that the portal reads of the subscription ${id}: ${clouds.join(
          ', ',
        )}`,
      },
    ]);
  }
  return subscription;
}

/**
 * Refuses to go on with a request where the portal no longer reads what it
 * would create.
 *
 * @throws ConflictError
 */
export function requireStillRead(
  subscriptions: readonly SubscriptionConfig[],
  {
    subscription: id,
    provider,
  }: Pick<RequestRecord, 'subscription' | 'provider'>,
): void {
  const subscription = subscriptions.find(each => each.id === id);
  if (subscription?.clouds.includes(provider)) return;
  throw new ConflictError(
    subscription
      ? `The portal does not read connectors of ${provider} of the subscription ${id} any more, so that none can be created`
      : `The subscription ${id} is not configured any more, so that nothing can be created in it`,
  );
}
