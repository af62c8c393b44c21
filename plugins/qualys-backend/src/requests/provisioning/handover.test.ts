import { useProvisioning } from '../../__testUtils__/provisioning';

jest.setTimeout(120_000);

const { start } = useProvisioning();

describe('a connector that is created for an entity', () => {
  it.each([
    ['group:default/payments', 1],
    ['group:default/shipping', 0],
  ])(
    'is bound to it for %s, who owned it when it was asked for: %d times',
    async (entityOwner, times) => {
      const of = await start();
      const request = await of.ask();
      await of.store.note(request, { entityOwner });
      await of.work();
      await of.later();
      const { state, connectorId } = await of.now(request);
      expect(state).toBe('active');
      expect(
        await of.bindings.decidedOf({
          type: 'connector',
          subscription: 'main',
          objectId: connectorId!,
        }),
      ).toHaveLength(times);
      const said = of.logger.warn.mock.calls.map(([message]) => message);
      expect(said).toEqual(
        times === 1
          ? []
          : [expect.stringMatching(/checkout, which has another owner by now/)],
      );
    },
  );
});
