import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import { audited } from './audited';

function setUp() {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => event,
  });
  const run = (action: () => Promise<{ id: string; secret: string }>) =>
    audited(
      auditor,
      { eventId: 'thing-do', request: {} as Request, meta: { wanted: 't1' } },
      action,
      ({ id }) => ({ id }),
    );
  return { auditor, event, run };
}

describe('what is done under audit', () => {
  it('is recorded with what was wanted and what came of it', async () => {
    const { auditor, event, run } = setUp();
    const result = { id: 't1', secret: 'not for the audit' };
    await expect(run(async () => result)).resolves.toBe(result);

    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'thing-do', meta: { wanted: 't1' } }),
    );
    expect(event.success.mock.calls).toEqual([[{ meta: { id: 't1' } }]]);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('is recorded as failed, and fails', async () => {
    const { event, run } = setUp();
    const error = new NotAllowedError('no');
    await expect(
      run(async () => {
        throw error;
      }),
    ).rejects.toBe(error);

    expect(event.fail.mock.calls).toEqual([[{ error }]]);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('is not recorded as failed because its success could not be', async () => {
    const { event, run } = setUp();
    event.success.mockRejectedValue(new Error('the audit is down'));
    await expect(run(async () => ({ id: 't1', secret: '' }))).rejects.toThrow(
      'the audit is down',
    );
    expect(event.fail).not.toHaveBeenCalled();
  });
});
