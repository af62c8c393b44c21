import { errorOf } from '../__testUtils__/server';
import { answering, setUpWrites } from './__testUtils__/writes';

const test = setUpWrites();
const externalId = 'USPOD01-4765-9011278609223';
const YAML = `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Role: {}\n`;
const JSON_TEMPLATE = '{"Resources": {"Role": {}}}\n';

const template = (more: object = {}) =>
  test.client.cloudConnectors.aws.cloudFormationTemplate({
    externalId,
    ...more,
  });

describe('the CloudFormation template of a role', () => {
  it.each([
    [{}, 'Global'],
    [{ partition: 'aws' }, 'Global'],
    [{ partition: 'aws-us-gov' }, 'Gov'],
    [{ partition: 'aws-cn' }, 'China'],
  ])('is asked for the partition %j', async (partition, type) => {
    test.answer = answering(200, YAML, 'application/octet-stream');
    await template(partition);
    expect(test.sent).toMatchObject([
      {
        method: 'GET',
        path: `/cloudview-api/rest/v1/aws/connectors/aws/download?awsCloudType=${type}&externalId=${externalId}`,
      },
    ]);
  });

  it.each([
    ['YAML', YAML, 'application/octet-stream'],
    ['JSON', JSON_TEMPLATE, 'application/octet-stream'],
    ['JSON of that type', JSON_TEMPLATE, 'application/json'],
  ])('comes to the letter: %s', async (_, text, type) => {
    test.answer = answering(200, text, type);
    expect(await template()).toBe(text);
  });

  it.each([
    ['unexpectedAnswer', answering(200)],
    ['unexpectedAnswer', answering(200, '<html>Resources</html>', 'text/html')],
    ['unexpectedAnswer', answering(200, 'null')],
    ['unexpectedAnswer', answering(200, '{}')],
    ['invalid', answering(200, '{"errorCode":"CV-1","message":"No"}')],
    ['invalid', answering(400, '{"errorCode":"CV-1","message":"No"}')],
    ['notFound', answering(404, '{"status":404,"error":"Not Found"}')],
  ])('is never taken from something else: %s (%#)', async (kind, answer) => {
    test.answer = answer;
    expect(await errorOf(template())).toMatchObject({ kind });
  });

  it('shows what Qualys says, but not the external ID', async () => {
    const text = JSON.stringify({ errorCode: 'CV-1', message: externalId });
    test.answer = answering(400, text);
    const error = await errorOf(template());
    expect(error.code).toBe('CV-1');
    expect(error.message).not.toContain(externalId);
  });

  it.each([
    [{ externalId: 'EU2-2792719' }, 'externalId'],
    [{ partition: 'mars' }, 'partition'],
    [{ arn: 'x' }, 'arn'],
  ])('is not asked for with %j', async (more, path) => {
    expect(await errorOf(template(more))).toMatchObject({
      kind: 'invalid',
      path,
    });
    expect(test.sent).toEqual([]);
  });
});
