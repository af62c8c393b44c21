import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { HeldBackRemoval } from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
import { describeError } from '../errors';
import type { RemovalStore } from '../mirror';

/**
 * Tells those who decide of the removals of a subscription that are held back,
 * of each once. Never throws.
 */
export type NotifyRemovals = (
  subscription: Pick<SubscriptionConfig, 'id' | 'title'>,
) => Promise<void>;

function because({ reason }: HeldBackRemoval): string {
  switch (reason.code) {
    case 'all':
      return 'None of this cloud was found any more.';
    case 'tooMany':
      return `At most ${reason.limit} go at once without a person.`;
    default:
      return `They are all of a group: ${reason.groups.join(', ')}.`;
  }
}

/** Writes held-back removals to the log, and sends notifications of them. */
export function createRemovalNotifier(options: {
  /** Entity references. */
  recipients: readonly string[];
  notifications: NotificationService;
  logger: LoggerService;
  /** Where the portal shows the Qualys page. */
  pagePath: string;
  removals: Pick<RemovalStore, 'unannounced' | 'announced'>;
}): NotifyRemovals {
  const { recipients, notifications, logger, pagePath, removals } = options;

  const tell = async (
    { id, title }: { id: string; title: string },
    removal: HeldBackRemoval,
  ) => {
    const { connectors, provider } = removal;
    const what = `${connectors} ${provider} ${
      connectors === 1 ? 'connector is' : 'connectors are'
    }`;
    logger.warn(
      `Sync of ${id}: ${what} missing in Qualys, and kept until somebody confirms or dismisses the removal. ${because(
        removal,
      )}`,
    );
    if (recipients.length > 0) {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...recipients] },
        payload: {
          title: `${what} missing in Qualys (${title})`,
          description: `They were deleted there, or the portal’s account may no longer see them. ${because(
            removal,
          )} They are kept until somebody decides.`,
          link: `${pagePath}/syncs`,
          topic: 'qualys-removals',
          // A removal that grows takes the place of its first notification.
          scope: `qualys-removals:${id}:${provider}`,
          severity: 'high',
        },
      });
    }
    await removals.announced(id, removal);
  };

  return async subscription => {
    try {
      for (const removal of await removals.unannounced(subscription.id)) {
        await tell(subscription, removal);
      }
    } catch (error) {
      // The next sync tells of them.
      logger.warn(
        `Could not notify of held-back removals: ${describeError(error)}`,
      );
    }
  };
}
