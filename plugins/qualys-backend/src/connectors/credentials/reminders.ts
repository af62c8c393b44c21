import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  daysUntilExpiry,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import type { Bindings } from '../../bindings';
import { chunks } from '../../database';
import { describeError } from '../../errors';
import type { MirrorStore } from '../../mirror';
import type { CredentialsStore, ExpiringKey } from './store';

/** The task that looks for keys that expire. */
export const REMINDER_TASK_ID = 'qualys-key-reminders';

// A reminder counts days; a backend that was down is soon after it.
const FREQUENCY = { hours: 6 };
const BATCH = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

interface ReminderOptions {
  bindings: Pick<Bindings['store'], 'acceptedOf'>;
  credentials: Pick<CredentialsStore, 'claim' | 'expiring' | 'release'>;
  /** How many days before; none where nobody is to be reminded. */
  days: readonly number[];
  logger: LoggerService;
  mirror: Pick<MirrorStore, 'getMany'>;
  notifications: NotificationService;
  /** Where the portal shows the Qualys page. */
  pagePath: string;
  /** Who is told beside the owners, as entity references. */
  recipients: readonly string[];
}

function when(left: number): string {
  if (left < 0) return 'has expired';
  if (left === 0) return 'expires today';
  return left === 1 ? 'expires tomorrow' : `expires in ${left} days`;
}

function linkTo(
  entityRef: string | undefined,
  { name }: MirroredConnector,
  pagePath: string,
): string {
  if (!entityRef) return `${pagePath}/connectors?q=${encodeURIComponent(name)}`;
  const { kind, namespace, name: entity } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${entity}`;
}

/** Makes what reminds people of the keys that expire soon. It never throws. */
export function createKeyReminder(
  options: ReminderOptions,
): () => Promise<void> {
  const { bindings, credentials, days, logger, mirror } = options;
  const { notifications, pagePath, recipients } = options;

  // Notifications of an entity go to those who own it.
  const boundTo = async ({ subscription, id }: MirroredConnector) => {
    const accepted = await bindings.acceptedOf([
      { type: 'connector', subscription, objectId: id },
    ]);
    return accepted.map(({ entityRef }) => entityRef).sort();
  };

  const remind = async (connector: MirroredConnector, key: ExpiringKey) => {
    const left = daysUntilExpiry(key);
    const due = Math.min(...days.filter(each => left <= each));
    if (key.remindedDays !== undefined && key.remindedDays <= due) return;

    const { subscription, id, name, owner } = connector;
    const bound = await boundTo(connector);
    const told = [...bound, ...(owner ? [owner] : []), ...recipients];
    // Whoever owns it later is reminded then.
    if (told.length === 0) return;
    if (!(await credentials.claim(key, due))) return;

    const title = `The key of the connector ${name || id} ${when(left)}`;
    logger.warn(`${title} (${subscription}/${id}, ${key.expiresOn})`);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...new Set(told)] },
        payload: {
          title,
          description: `Qualys signs in with it, and cannot read the account ${connector.account} after ${key.expiresOn}. Make a new key there, and renew it on the page of the connector.`,
          link: linkTo(bound[0], connector, pagePath),
          topic: 'qualys-keys',
          // A later reminder takes the place of the one before.
          scope: `qualys-keys:${subscription}:${id}`,
          severity: left > 7 ? 'normal' : 'high',
        },
      });
    } catch (error) {
      // The next look reminds of it.
      await credentials.release(key, due);
      throw error;
    }
  };

  // What goes wrong with one key is nothing to the others.
  const tryToRemind = async (
    connector: MirroredConnector,
    key: ExpiringKey,
  ) => {
    try {
      await remind(connector, key);
    } catch (error) {
      logger.warn(
        `Could not remind anybody of the key of the connector ${
          connector.subscription
        }/${connector.id}: ${describeError(error)}`,
      );
    }
  };

  return async () => {
    const until = new Date(Date.now() + Math.max(...days) * DAY_MS);
    try {
      const keys = await credentials.expiring(until.toISOString().slice(0, 10));
      for (const some of chunks(keys, BATCH)) {
        // Of connectors that are gone, nobody wants to know.
        for (const connector of await mirror.getMany(some)) {
          const key = some.find(
            ({ subscription, id }) =>
              subscription === connector.subscription && id === connector.id,
          );
          await tryToRemind(connector, key!);
        }
      }
    } catch (error) {
      logger.warn(
        `Could not look for keys that expire: ${describeError(error)}`,
      );
    }
  };
}

/** Has people reminded of the keys that expire soon, in one replica at a time. */
export async function startKeyReminders(
  options: ReminderOptions & { scheduler: SchedulerService },
): Promise<void> {
  const { days, scheduler } = options;
  if (days.length === 0) return;
  await scheduler.scheduleTask({
    id: REMINDER_TASK_ID,
    scope: 'global',
    frequency: FREQUENCY,
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: createKeyReminder(options),
  });
}
