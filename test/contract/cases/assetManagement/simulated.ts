import type { SimulatorSetUp } from '../../contractCase';

const tags = [{ id: 42458382, name: 'Cloud' }];

/** AWS connectors, and the tag of the samples. */
export const holdingAws = (ids = [843003]): SimulatorSetUp => ({
  holds(control) {
    for (const tag of tags) control.addTag(tag);
    for (const id of ids) {
      control.addAssetDataConnector({
        provider: 'AWS',
        id,
        externalId: 'POD-999999-11213331',
      });
    }
  },
});

/** A connector of a cloud. */
export const holdingAny = (
  provider: 'AWS' | 'AZURE' | 'GCP',
  id: number,
  name?: string,
): SimulatorSetUp => ({
  holds: control => control.addAssetDataConnector({ provider, id, name }),
});
