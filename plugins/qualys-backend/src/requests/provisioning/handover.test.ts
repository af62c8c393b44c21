import { useProvisioning } from '../../__testUtils__/provisioning';

jest.setTimeout(120_000);

const { start } = useProvisioning();

describe('a connector that is created for an entity', () => {
  it.each<[entityOwner: string, times: number, warnings: string[]]>([
    ['group:default/payments', 1, []],
    ['group:default/shipping', 0, ['checkout, which has another owner by now']],
  ])(
    'is bound to it for %s, who owned it when it was asked for: %d times',
    async (entityOwner, times, warnings) => {
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
      expect(said).toEqual(warnings.map(text => expect.stringContaining(text)));
    },
  );
});
