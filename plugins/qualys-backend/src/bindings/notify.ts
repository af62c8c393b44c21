import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { BindingRecord } from './store';

const MAX_NAMED = 5;

/** Tells those who decide that there are new open claims. Never throws. */
export type Notify = (opened: readonly BindingRecord[]) => Promise<void>;

/** Sends notifications of open claims, one for all that were found together. */
export function createNotifier(options: {
  recipients: readonly string[];
  notifications: NotificationService;
  logger: LoggerService;
  /** Where the portal shows the Qualys page. */
  pagePath: string;
}): Notify {
  const { recipients, notifications, logger, pagePath } = options;
  return async opened => {
    if (opened.length === 0 || recipients.length === 0) return;
    const entities = [...new Set(opened.map(({ entityRef }) => entityRef))];
    const named = entities.slice(0, MAX_NAMED).join(', ');
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...recipients] },
        payload: {
          title:
            opened.length === 1
              ? 'A claim on a Qualys object waits for a decision'
              : `${opened.length} claims on Qualys objects wait for a decision`,
          description:
            entities.length > MAX_NAMED
              ? `${named} and ${entities.length - MAX_NAMED} more`
              : named,
          link: `${pagePath}/claims`,
          topic: 'qualys-claims',
          severity: 'normal',
        },
      });
    } catch (error) {
      logger.warn(`Could not notify of open claims: ${toError(error).message}`);
    }
  };
}
