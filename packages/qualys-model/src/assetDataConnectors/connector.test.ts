import { connectorState } from '../connectors';
import { assetDataConnectorSchema } from '.';

const connector = {
  provider: 'GCP',
  id: '843003',
  name: 'Payments',
  description: '',
  account: 'payments-1',
  reportedState: 'SOMETHING_NEW',
  disabled: false,
  deleted: false,
};

describe('assetDataConnectorSchema', () => {
  it('takes words for a state that are not known', () => {
    expect(assetDataConnectorSchema.parse(connector)).toEqual(connector);
  });

  it('takes no connector without an id and none of another cloud', () => {
    for (const wrong of [{ id: '' }, { provider: 'OCI' }]) {
      const { success } = assetDataConnectorSchema.safeParse({
        ...connector,
        ...wrong,
      });
      expect(success).toBe(false);
    }
  });

  it.each([
    ['FINISHED_SUCCESS', 'success'],
    ['FINISHED_ERRORS', 'error'],
    ['QUEUED', 'pending'],
    ['INCOMPLETE', 'pending'],
    ['DISABLED', 'disabled'],
    ['', 'unknown'],
  ])('has a state with a meaning: %s', (reportedState, state) => {
    expect(connectorState({ ...connector, reportedState })).toBe(state);
  });
});
