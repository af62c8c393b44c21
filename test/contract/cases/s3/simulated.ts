import type { SimulatorSetUp } from '../../contractCase';

/** An S3 integration. */
export const holding = (id: string): SimulatorSetUp => ({
  holds: control => control.addS3Integration({ id }),
});
