import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  KnownExternalIdParts,
  ExternalIdPrepare,
} from 'backstage-plugin-qualys-common';
import { generateExternalId, readExternalId } from 'qualys-model';
import type { SubscriptionConfig } from '../config';
import { InvalidRequestError, type InvalidField } from '../errors';
import type { MirrorStore } from '../mirror';

/** Makes external IDs of subscriptions, for the connectors of AWS accounts. */
export interface ExternalIds {
  /** What those of a subscription begin with, as far as it is known. */
  parts(subscription: string): Promise<KnownExternalIdParts>;
  /**
   * A new one, which nobody has.
   *
   * @param given - the parts that somebody has given; what is configured cannot be given otherwise.
   *   Left out where nobody is asked for any
   * @throws InvalidRequestError naming the part that is not known, or is given otherwise
   * @throws NotFoundError where the subscription is not configured
   * @throws ConflictError where a part is not known, and nobody is asked for it
   */
  make(subscription: string, given?: ExternalIdPrepare): Promise<string>;
}

const NAMES = ['pod', 'subscriptionId'] as const;

const MEANING = {
  pod: 'the POD of the Qualys platform, such as USPOD01',
  subscriptionId: 'the id of the Qualys subscription, digits only',
};

/** What the most of some external IDs begin with. */
function commonest(externalIds: readonly string[]) {
  const counts = new Map<string, number>();
  for (const raw of externalIds) {
    const read = readExternalId(raw);
    if (read.kind !== 'current') continue;
    const key = `${read.pod}-${read.subscriptionId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) return {};
  const [pod, subscriptionId] = most[0].split('-');
  return { pod, subscriptionId };
}

/**
 * Makes what makes external IDs. No list of PODs is published, so that POD and
 * subscription come from the configuration, or from the external IDs that
 * connectors of the subscription have.
 */
export function createExternalIds(options: {
  mirror: Pick<MirrorStore, 'externalIds'>;
  subscriptions: readonly Pick<SubscriptionConfig, 'id' | 'externalId'>[];
}): ExternalIds {
  const { mirror, subscriptions } = options;

  const parts = async (subscription: string): Promise<KnownExternalIdParts> => {
    const configured = subscriptions.find(({ id }) => id === subscription);
    const isComplete = NAMES.every(name => configured?.externalId?.[name]);
    const shown = isComplete
      ? {}
      : commonest(await mirror.externalIds(subscription));
    const known: KnownExternalIdParts = {};
    for (const name of NAMES) {
      const own = configured?.externalId?.[name];
      const value = own ?? shown[name];
      if (value !== undefined) {
        known[name] = { value, source: own ? 'configuration' : 'connectors' };
      }
    }
    return known;
  };

  return {
    parts,
    async make(subscription, given) {
      if (!subscriptions.some(({ id }) => id === subscription)) {
        throw new NotFoundError('The subscription is not configured');
      }
      const known = await parts(subscription);
      const problems: InvalidField[] = [];
      const [pod, subscriptionId] = NAMES.map(name => {
        const part = known[name];
        const value = given?.[name] ?? part?.value;
        if (value === undefined && !given) {
          throw new ConflictError(
            `The portal does not know what the external IDs of ${subscription} begin with; the platform team can say it with qualys.subscriptions.${subscription}.externalId`,
          );
        } else if (value === undefined) {
          problems.push({
            path: `body.${name}`,
            message: `must be given: ${MEANING[name]}; neither the configuration nor another connector tells it`,
          });
        } else if (part?.source === 'configuration' && value !== part.value) {
          problems.push({
            path: `body.${name}`,
            message: `must be ${part.value}, as qualys.subscriptions.${subscription}.externalId.${name} says`,
          });
        }
        return value;
      });
      if (problems.length > 0) throw new InvalidRequestError(problems);
      return generateExternalId({
        pod: pod!,
        subscriptionId: subscriptionId!,
      });
    },
  };
}
