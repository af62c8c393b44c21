import { readingFailed } from './problems';
import { saysRefused } from './refusalWords';

describe('the words of Qualys', () => {
  it.each([
    '50004',
    'User: arn:aws:iam::1:user/qualys is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::2:role/x (Status Code: 403; Error Code: AccessDenied)',
    'The security token included in the request is invalid (InvalidClientTokenId)',
    "AuthorizationFailed: The client 'x' does not have authorization to perform action",
    'AADSTS7000215: Invalid client secret provided.',
    '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}',
    '403 Forbidden: Cloud Resource Manager API has not been used in project 1',
    'PERMISSION_DENIED: The caller does not have permission',
  ])('say that the cloud did not let it in: %s', said => {
    expect(saysRefused(said)).toBe(true);
  });

  it.each([
    'Throttling: Rate exceeded',
    'Internal server error (500)',
    'The connector was processed in 14035 ms',
    'Timeout after 4010 seconds',
    'Regions could not be discovered',
    '',
  ])('say something else: %s', said => {
    expect(saysRefused(said)).toBe(false);
  });

  it('are shown within bounds, and without the external ID', () => {
    const request = {
      provider: 'AWS',
      externalId: 'USPOD01-4765-9011278609223',
    } as const;
    const { said } = readingFailed(
      request,
      `AccessDenied for USPOD01-4765-9011278609223 ${'x'.repeat(5000)}`,
    );
    expect(said).toMatch(/^AccessDenied for … x+…$/);
    expect(said!.length).toBeLessThan(1100);
    expect(readingFailed(request, undefined)).toMatchObject({
      code: 'readFailed',
      advice: expect.stringContaining('Qualys does not say why.'),
    });
  });
});
