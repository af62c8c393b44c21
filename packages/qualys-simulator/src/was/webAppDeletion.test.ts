import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller } from '../__testUtils__/qps';

describe('deleting web apps of WAS', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  it.each([
    ['an object', { data: { WebApp: { removeFromSubscription: true } } }],
    [
      'a condition',
      {
        filters: {
          Criteria: {
            field: 'removeFromSubscription',
            operator: 'EQUALS',
            value: 'true',
          },
        },
      },
    ],
  ])(
    'takes one out of the subscription too, asked by %s',
    async (_, request) => {
      const [kept, removed] = ['kept', 'removed'].map(name =>
        platform.control.addWebApp({ name }),
      );
      await qps.json(`3.0/delete/was/webapp/${kept}`, {});
      const answer = await qps.json(
        `3.0/delete/was/webapp/${removed}`,
        request,
      );
      expect(answer.data).toEqual([{ WebApp: { id: removed } }]);
      expect(platform.control.webAppsLeftInSubscription()).toEqual([kept]);
      for (const id of [kept, removed]) {
        const { responseCode } = await qps.json(`3.0/get/was/webapp/${id}`);
        expect(responseCode).toBe('OBJECT_NOT_FOUND');
      }
    },
  );

  it('of several wants conditions', async () => {
    platform.control.addWebApp({ name: 'batch 1' });
    platform.control.addWebApp({ name: 'batch 2' });
    const none = await qps.json('3.0/delete/was/webapp', {});
    expect(none.responseCode).toBe('INVALID_REQUEST');
    const two = await qps.json('3.0/delete/was/webapp', {
      filters: {
        Criteria: { field: 'name', operator: 'CONTAINS', value: 'batch' },
      },
    });
    expect(two.count).toBe(2);
  });
});
