import type { SimulatorSetUp } from '../../contractCase';
import { readRows } from './samples';

/** No integration at all. */
export const holdingNothing: SimulatorSetUp = {};

/** An integration with accounts; those of the samples unless given. */
export const holding = (id: string, rows = readRows): SimulatorSetUp => ({
  holds: control =>
    control.addSecurityHubIntegration({
      id,
      name: 'Updated Qualys Demo Name',
      customerId: '223822',
      rows,
    }),
});
