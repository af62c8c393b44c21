import type { Wanted } from './approvedRequest';
import type { Provisioning } from './setUp';

/**
 * Loses one answer of Qualys after the other: each time, the request ends
 * active, and Qualys has one connector.
 */
export async function expectOneThoughLost(
  of: Provisioning,
  options: Pick<Wanted, 'createThrough' | 'provider'> & {
    kind: 'applied' | 'cut' | 'html' | 'malformed' | 'reset' | 'status';
  },
): Promise<void> {
  const { kind, ...wanted } = options;
  const { control } = of;
  for (let skip = 0; ; skip++) {
    control.reset();
    const request = await of.ask({
      ...wanted,
      settings: { name: `Connector ${kind} ${skip}` },
    });
    control.addFault({ match: {}, kind, skip, times: 1 });
    await of.work();
    for (let round = 0; round < 20; round++) {
      if ((await of.now(request)).state === 'active') break;
      await of.later();
    }
    const calls = control.journal().length;
    expect({ skip, request: await of.now(request) }).toMatchObject({
      skip,
      request: { state: 'active' },
    });
    // A fault that found no call any more is not for this one.
    control.clearFaults();
    expect(await of.connectors()).toHaveLength(1);
    // No call was hit any more.
    if (skip >= calls) return;
  }
}
