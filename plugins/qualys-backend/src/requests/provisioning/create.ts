import type { AuditorService } from '@backstage/backend-plugin-api';
import { QualysError } from 'qualys-client';
import type { SecretBox } from '../../secrets';
import type { RequestPatch, RequestRecord } from '../store';
import { readSecret, type RequestSecret } from './access';
import type { Course, ProvisioningTimes } from './course';
import { idOf, type CreatingApi, type FoundConnector } from './creatingApi';
import { HoldLostError } from './hold';
import { SWITCHED_OFF } from './problems';
import { backoffMs } from './reactions';
import { auditedFor } from './traces';
import { whoseIs } from './whose';

/** An error while Qualys was told to create a connector. */
export class CreationError extends Error {
  constructor(readonly reason: unknown) {
    super('The connector could not be created');
  }
}

// The client says `outcomeUnknown` of everything that may have been done, and
// sends nothing where the hold is lost before.
function mayBeDone(error: unknown): boolean {
  if (error instanceof HoldLostError) return false;
  return !(error instanceof QualysError) || error.kind === 'outcomeUnknown';
}

function idsOf({
  id,
  assetManagementId,
  connectorId,
}: FoundConnector): RequestPatch {
  return assetManagementId === undefined
    ? { connectorId: id }
    : { assetManagementId, connectorId };
}

/** Whether a connector has all that the request gives, which has not changed since it was created. */
function isAsSent(
  { provider, arn, createSentAt, updatedAt }: RequestRecord,
  connector: FoundConnector,
): boolean {
  return (
    createSentAt !== undefined &&
    createSentAt >= updatedAt &&
    (provider !== 'AWS' || connector.arn === arn)
  );
}

/**
 * Sees to it that the connector of a request is there, once, with what the
 * request says that Qualys signs in with. What is to be done is told by what
 * there is in Qualys, so that it can begin anew wherever it was broken off.
 *
 * @throws CreationError where creating it went wrong
 */
export async function provision(
  course: Course,
  api: CreatingApi,
  deps: {
    auditor: AuditorService;
    box: Pick<SecretBox, 'open'>;
    times: ProvisioningTimes;
  },
): Promise<void> {
  const { auditor, box, times } = deps;
  const { how, hold } = course;
  const secret = () => readSecret(course.request, box);

  /** The connector that the request is known to have; undefined where it has none any more. */
  const readKnown = async (): Promise<FoundConnector | undefined> => {
    const id = idOf(course.request);
    if (id === undefined) return undefined;
    try {
      return await api.get(course.request, id, how);
    } catch (error) {
      if (!(error instanceof QualysError) || error.kind !== 'notFound') {
        throw error;
      }
      await course.note({
        connectorId: null,
        assetManagementId: null,
        createSentAt: null,
        reportedState: null,
      });
      return undefined;
    }
  };

  const verify = (ids: RequestPatch, before?: FoundConnector) =>
    course.move([{ action: 'verify' }], {
      ...ids,
      reportedState: before?.reportedState ?? null,
      ran: before
        ? {
            reportedState: before.reportedState,
            lastSyncedOn: before.lastSyncedOn,
          }
        : null,
      nextLookAt: new Date().toISOString(),
    });

  /** Gives what is there what was mended, and has Qualys read the account. */
  const mend = async (connector: FoundConnector) => {
    if (connector.disabled) {
      await course.fail(SWITCHED_OFF, idsOf(connector));
      return;
    }
    const access = secret();
    hold.require();
    const isSame =
      access.provider === 'AWS' &&
      connector.arn === access.arn &&
      connector.externalId === access.externalId;
    const { request } = course;
    const { connectorId: objectId } = connector;
    // Of a key nobody can tell which one Qualys has.
    if (!isSame) {
      const action = access.provider === 'AWS' ? 'update' : 'renewCredentials';
      await auditedFor(auditor, request, { action, objectId }, () =>
        api.giveAccess(request, connector, access, how),
      );
    }
    hold.require();
    await auditedFor(auditor, request, { action: 'run', objectId }, () =>
      api.run(request, connector.id, how),
    );
    await verify(idsOf(connector), connector);
  };

  const send = async (access: RequestSecret) => {
    const before = course.request.createSentAt;
    const sending = () => ({ createSentAt: new Date().toISOString() });
    await course.note(sending());
    hold.require();
    try {
      return await api.create(course.request, access, how);
    } catch (error) {
      // It may have waited for its turn until just now.
      await course.note(
        mayBeDone(error) ? sending() : { createSentAt: before ?? null },
      );
      throw error;
    }
  };

  const create = async () => {
    const access = secret();
    let id: string;
    try {
      id = await auditedFor(
        auditor,
        course.request,
        { action: 'create', objectId: '' },
        () => send(access),
        created => ({ id: created }),
      );
    } catch (error) {
      throw new CreationError(error);
    }
    await verify(
      api.area === 'assetManagement'
        ? { assetManagementId: id }
        : { connectorId: id },
    );
  };

  const known = await readKnown();
  if (known) {
    await mend(known);
    return;
  }
  const { createSentAt, looks, provider } = course.request;
  const settledAt =
    createSentAt === undefined ? 0 : Date.parse(createSentAt) + times.settleMs;
  if (settledAt > Date.now()) {
    await course.wait(
      Math.max(
        settledAt - Date.now(),
        backoffMs(looks, times.firstLookMs, times.settleMs),
      ),
      course.request.problem ?? null,
    );
    return;
  }
  const found = await course.saying(
    'The portal looks whether the connector is there already, which takes a while with the calls to Qualys that it may make',
    api.find(course.request, {
      ...how,
      // Of AWS, the external ID tells whose it is; of the others, that nobody's
      // was there before.
      fresh: createSentAt !== undefined || provider !== 'AWS',
    }),
  );
  const finding = whoseIs(course.request, found);
  switch (finding.kind) {
    case 'conflict': {
      const { message, advice } = finding;
      await course.fail({ code: 'conflict', message, advice });
      return;
    }
    case 'ours':
      if (isAsSent(course.request, finding.connector)) {
        await verify(idsOf(finding.connector));
      } else {
        await mend(finding.connector);
      }
      return;
    default:
      await create();
  }
}
