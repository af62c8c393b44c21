import { ConflictError } from '@backstage/errors';
import {
  nextRequestState,
  type ConnectorRequestDetails,
  type RequestFile,
} from 'backstage-plugin-qualys-common';
import { PreconditionFailedError } from '../errors';
import { NAME_TAKEN, requireFit } from './fit';
import type { RequestCaller, RequestService } from './service';

type Service = Pick<
  RequestService,
  'check' | 'create' | 'filedWith' | 'get' | 'giveAccess' | 'submit'
>;

/**
 * Files a request in one go, for those who do not fill in a form: begins it,
 * gives it the role where there is one, and submits it. Requests that need a
 * key stay drafts, for a key is entered on the page of the request alone.
 *
 * Filed again with the same key it goes on where it was left, and does nothing
 * where nothing is left to do. What could not be submitted is not begun.
 *
 * @throws InvalidRequestError naming what is wrong
 * @throws ConflictError where the key belongs to a request for something else
 */
export async function fileRequest(
  service: Service,
  { arn, idempotencyKey, ...wanted }: RequestFile,
  caller: RequestCaller,
): Promise<ConnectorRequestDetails> {
  const { subscription, provider, settings } = wanted;

  const begin = async (): Promise<ConnectorRequestDetails> => {
    const { problems, conflicts } = await service.check(
      { ...wanted, arn },
      caller,
    );
    const isTaken = conflicts.some(({ kind }) => kind === 'nameTaken');
    requireFit([...problems, ...(isTaken ? [NAME_TAKEN] : [])]);
    return service.create({ ...wanted, idempotencyKey }, caller);
  };

  const goOn = async (
    begun: ConnectorRequestDetails,
  ): Promise<ConnectorRequestDetails> => {
    if (
      provider !== 'AWS' ||
      // Whoever took it back since is at work on it.
      begun.submittedAt !== undefined ||
      nextRequestState(begun.state, 'submit') === undefined
    ) {
      return begun;
    }
    const deed = ({ id, version }: ConnectorRequestDetails) => ({
      ...caller,
      id,
      version,
    });
    const ready =
      arn === undefined || begun.access.arn === arn
        ? begun
        : await service.giveAccess(deed(begun), { arn });
    return service.submit(deed(ready), { direct: false });
  };

  if (provider !== 'AWS' && arn !== undefined) {
    requireFit([{ path: 'arn', message: 'is of AWS connectors alone' }]);
  }
  const request =
    (await service.filedWith(idempotencyKey, caller)) ?? (await begin());
  if (
    request.subscription !== subscription ||
    request.provider !== provider ||
    // An account never changes once somebody was asked to decide.
    request.settings.account !== settings.account
  ) {
    throw new ConflictError(
      'There is a request with this idempotency key for something else; take another key',
    );
  }
  try {
    return await goOn(request);
  } catch (error) {
    // Somebody files it with the same key at this very moment.
    if (!(error instanceof PreconditionFailedError)) throw error;
    return service.get(request.id, caller);
  }
}
