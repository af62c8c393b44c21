import { cloudConnectorSchema } from './connector';
import { isConnectorId } from './connectorId';
import { connectorFailure, connectorWarning } from './problem';
import { connectorState } from './state';

describe('connectorState', () => {
  it.each([
    ['SUCCESS', 'success'],
    ['Completed successfully', 'success'],
    ['REGIONS_DISCOVERED', 'success'],
    ['PENDING', 'pending'],
    ['ERROR', 'error'],
    ['FINISHED_ERRORS', 'error'],
    ['DISABLED', 'disabled'],
    ['ASLEEP', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
  ])('reads %s as %s', (reportedState, state) => {
    expect(connectorState({ reportedState, disabled: false })).toBe(state);
  });

  it('says disabled of a connector that is switched off, whatever it reports', () => {
    expect(connectorState({ reportedState: 'ERROR', disabled: true })).toBe(
      'disabled',
    );
  });
});

describe('what Qualys says is wrong', () => {
  const of = (reportedState: string, error?: string, disabled = false) => ({
    warning: connectorWarning({ reportedState, disabled, error }),
    failure: connectorFailure({ reportedState, disabled, error }),
  });

  it('is a warning beside a good or a pending state', () => {
    expect(of('PENDING', '50004')).toEqual({ warning: '50004' });
    expect(of('SUCCESS', '50004')).toEqual({ warning: '50004' });
    expect(of('ASLEEP', '50004')).toEqual({ warning: '50004' });
    expect(of('ERROR', '50004', true)).toEqual({ warning: '50004' });
  });

  it('is a failure beside a state of error', () => {
    expect(of('ERROR', 'Access denied')).toEqual({ failure: 'Access denied' });
  });

  it('is nothing where Qualys gives no reason', () => {
    expect(of('SUCCESS')).toEqual({});
    expect(of('ERROR')).toEqual({});
  });
});

describe('isConnectorId', () => {
  it.each([
    ['7f25a529-4629-31e6-9bef-7a5828c360a8', true],
    ['11111111-1111-1111-1111-111111111111', true],
    ['7F25A529-4629-31E6-9BEF-7A5828C360A8', true],
    ['7f25a529462931e69bef7a5828c360a8', false],
    ['../../groups', false],
    ['7f25a529-4629-31e6-9bef-7a5828c360a8/errors', false],
    ['7f25a529-4629-31e6-9bef-7a5828c360a8\n', false],
    ['', false],
  ])('%j: %s', (id, answer) => {
    expect(isConnectorId(id)).toBe(answer);
  });
});

describe('cloudConnectorSchema', () => {
  const connector = {
    provider: 'GCP',
    id: '11111111-1111-1111-1111-111111111111',
    name: 'API Connector',
    description: '',
    account: 'my-project',
    reportedState: 'SOMETHING_NEW',
    disabled: false,
    groups: [],
  };

  it('takes words for a state that are not known', () => {
    expect(cloudConnectorSchema.parse(connector)).toEqual(connector);
  });

  it('takes no connector without an id and none of another cloud', () => {
    expect(
      cloudConnectorSchema.safeParse({ ...connector, id: '' }).success,
    ).toBe(false);
    expect(
      cloudConnectorSchema.safeParse({ ...connector, provider: 'OCI' }).success,
    ).toBe(false);
  });
});
