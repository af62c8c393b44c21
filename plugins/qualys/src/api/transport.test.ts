import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import { status } from '../__testUtils__/fixtures';
import { entityHub } from '../__testUtils__/securityHubFixtures';
import { QualysApiError } from './QualysApiError';

const { api, backend } = setupClientApi();

function failure(attempt: Promise<unknown>): Promise<QualysApiError> {
  return attempt.then(
    () => {
      throw new Error('It should have failed');
    },
    error => error,
  );
}

describe('the transport of the API', () => {
  it('passes on what the backend says went wrong', async () => {
    backend(() =>
      HttpResponse.json(
        {
          error: {
            name: 'ServiceUnavailableError',
            message: 'Qualys limits the portal.',
            code: 'limited',
            retryAfter: 90,
            fields: [{ path: 'q', message: 'too long' }],
          },
          response: { statusCode: 503 },
        },
        { status: 503 },
      ),
    );

    const error = await failure(api.getStatus());

    expect(error).toBeInstanceOf(QualysApiError);
    expect(error).toMatchObject({
      message: 'Qualys limits the portal.',
      code: 'limited',
      retryAfter: 90,
      status: 503,
      fields: [{ path: 'q', message: 'too long' }],
    });
  });

  it.each([
    [401, 'permission'],
    [403, 'permission'],
    [404, 'notFound'],
    [429, 'limited'],
    [502, 'unavailable'],
    [500, 'internal'],
  ])('knows a %i that somebody else answered as %s', async (code, kind) => {
    backend(
      () => new HttpResponse('<html>Bad gateway</html>', { status: code }),
    );

    expect(await failure(api.getStatus())).toMatchObject({
      code: kind,
      status: code,
      message: `The portal answered ${code}.`,
    });
  });

  it('keeps the message of an error in the portal’s own form', async () => {
    backend(() =>
      HttpResponse.json(
        { error: { name: 'AuthenticationError', message: 'Token expired' } },
        { status: 401 },
      ),
    );

    expect((await failure(api.getStatus())).message).toBe('Token expired');
  });

  it('keeps what is done and what is not of a change of several steps', async () => {
    const steps = [
      { step: { kind: 'write', awsAccounts: ['012345678901'] }, state: 'done' },
      { step: { kind: 'readBack' }, state: 'failed' },
    ];
    backend(() =>
      HttpResponse.json(
        {
          error: {
            name: 'ConflictError',
            message: 'Not as asked.',
            code: 'conflict',
            steps,
            current: entityHub(),
          },
          response: { statusCode: 409 },
        },
        { status: 409 },
      ),
    );

    expect(await failure(api.getStatus())).toMatchObject({
      code: 'conflict',
      steps,
      current: { name: 'Commerce' },
    });
  });

  it('never takes an answer that it cannot read for an empty one', async () => {
    backend(() => HttpResponse.json({ unforeseen: true }));

    expect(await failure(api.listConnectors({}))).toMatchObject({
      code: 'unexpectedAnswer',
      status: 200,
    });
  });

  it('says that the portal cannot be reached', async () => {
    backend(() => HttpResponse.error());

    const error = await failure(api.getStatus());
    expect(error.code).toBe('unavailable');
    expect(error.status).toBeUndefined();
    expect(error.message).toMatch(/portal cannot be reached/);
  });

  it('ends a request that is aborted, and calls that no failure of the portal', async () => {
    const controller = new AbortController();
    backend(async () => {
      controller.abort();
      return HttpResponse.json(status());
    });

    const error = await failure(api.getStatus({ signal: controller.signal }));

    expect(error).not.toBeInstanceOf(QualysApiError);
    expect(error.name).toBe('AbortError');
  });
});
