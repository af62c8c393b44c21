import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { createRefreshTrigger } from './refreshTrigger';

describe('createRefreshTrigger', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function setUp(triggerTask: jest.Mock) {
    const logger = mockServices.logger.mock();
    const trigger = createRefreshTrigger({
      scheduler: { triggerTask },
      taskId: 'task',
      logger,
    });
    return { logger, trigger };
  }

  it('makes one run of wishes that come together', async () => {
    const triggerTask = jest.fn().mockResolvedValue(undefined);
    const { trigger } = setUp(triggerTask);

    trigger.request();
    trigger.request();
    expect(triggerTask).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1000);
    expect(triggerTask.mock.calls).toEqual([['task']]);

    trigger.request();
    await jest.advanceTimersByTimeAsync(1000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('waits for a run that is under way and then runs again', async () => {
    const triggerTask = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('running'))
      .mockResolvedValue(undefined);
    const { trigger, logger } = setUp(triggerTask);

    trigger.request();
    await jest.advanceTimersByTimeAsync(1000);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('reports what else goes wrong and does not insist', async () => {
    const triggerTask = jest.fn().mockRejectedValue(new Error('no database'));
    const { trigger, logger } = setUp(triggerTask);

    trigger.request();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('forgets a wish when it is stopped', async () => {
    const triggerTask = jest.fn();
    const { trigger } = setUp(triggerTask);

    trigger.request();
    trigger.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggerTask).not.toHaveBeenCalled();
  });
});
