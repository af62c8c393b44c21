import { errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';
import { AWS, AZURE, GCP, KEY } from './__testUtils__/settings';

describe.each(['json', 'xml'] as const)('changes that fail in %s', dialect => {
  const t = setUpQps(dialect);
  const connectors = () => t.client.assetDataConnectors;

  it('says why a connector that is switched off does not run', async () => {
    t.answer = () => ({
      responseCode: 'INVALID_REQUEST',
      responseErrorDetails: { errorMessage: 'The connector is disabled.' },
    });
    expect(await errorOf(connectors().aws.run('5'))).toMatchObject({
      kind: 'invalid',
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('The connector is disabled.'),
    });
  });

  it.each([
    ['create', () => connectors().aws.create(AWS)],
    ['update', () => connectors().aws.update('1', { disabled: true })],
  ])('does not know what became of %s without an id', async (_, call) => {
    t.answer = () => ({ responseCode: 'SUCCESS', count: 1 });
    expect(await errorOf(call())).toMatchObject({ kind: 'outcomeUnknown' });
    expect(t.received).toHaveLength(1);
  });

  it.each([
    ['no condition', [], { disabled: true }],
    [
      'NOT EQUALS',
      [{ field: 'id', operator: 'NOT EQUALS', value: '1' }],
      { disabled: true },
    ],
    [
      'an unknown operator',
      [{ field: 'id', operator: 'LIKE', value: '1' }],
      { disabled: true },
    ],
    [
      'an empty value',
      [{ field: 'name', operator: 'EQUALS', value: '' }],
      { disabled: true },
    ],
    ['no change', [{ field: 'id', operator: 'EQUALS', value: '1' }], {}],
  ])('sends no change with %s', async (_, filters, changes) => {
    const error = await errorOf(
      connectors().aws.updateWhere(filters as any, changes),
    );
    expect(error.kind).toBe('invalid');
    expect(error.message).toContain('Nothing was sent.');
    expect(t.received).toHaveLength(0);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['an id', () => connectors().aws.get('7f25-x'), 'id'],
    ['an id', () => connectors().aws.delete('1/2'), 'id'],
    ['an id', () => connectors().aws.run(''), 'id'],
    [
      'an unknown setting',
      () => connectors().aws.create({ ...AWS, isCPSEnabled: true } as any),
      'isCPSEnabled',
    ],
    [
      'an odd ARN',
      () =>
        connectors().aws.update('1', {
          arn: 'arn:aws:iam:::12345678911/role:testrole',
        }),
      'arn',
    ],
    [
      'a form of dates',
      () =>
        connectors().gcp.update(
          '1',
          { disabled: true },
          { dateFormat: 'yyyy' as any },
        ),
      'dateFormat',
    ],
  ])('sends nothing with %s that is wrong', async (_, call, path) => {
    const error = await errorOf(call());
    expect(error).toMatchObject({ kind: 'invalid' });
    expect(error.path).toBe(path);
    expect(t.received).toHaveLength(0);
  });

  it('shows no key in an error, whatever Qualys echoes', async () => {
    t.answer = () => ({
      responseCode: 'INVALID_REQUEST',
      responseErrorDetails: {
        errorMessage: `wrong: ${AZURE.authRecord.authenticationKey} ${
          AWS.externalId
        } ${KEY.replace(/\n/g, ' ')}`,
      },
    });
    const azure = await errorOf(connectors().azure.create(AZURE));
    expect(azure.message).toContain('wrong: [redacted]');
    expect(JSON.stringify(azure)).not.toContain('secret');

    const aws = await errorOf(connectors().aws.create(AWS));
    expect(aws.message).toContain('[redacted]');
    expect(JSON.stringify(aws)).not.toContain(AWS.externalId);

    const gcp = await errorOf(connectors().gcp.create(GCP));
    expect(gcp.message).toContain('[redacted]');
    expect(JSON.stringify(gcp)).not.toMatch(/first.line|second.line/);
  });
});
