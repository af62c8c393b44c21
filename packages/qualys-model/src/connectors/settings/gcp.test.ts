import {
  gcpConnectorSettingsSchema,
  gcpConnectorUpdateSchema,
  gcpProjectIdSchema,
  readGcpKeyFile,
} from '.';
import { complaints, GCP, keyFile } from './__testUtils__/settings';

describe('settings of a new GCP connector', () => {
  it('are taken as they are, the file to the letter', () => {
    const all = { ...GCP, configFile: `\uFEFF${keyFile()}\n` };
    expect(gcpConnectorSettingsSchema.parse(GCP)).toEqual(GCP);
    expect(gcpConnectorSettingsSchema.parse(all)).toEqual(all);
  });

  it.each([
    ['secret, no JSON', /must be JSON: the key file/],
    ['["secret"]', /must be a JSON object/],
    ['"secret"', /must be a JSON object/],
    ['null', /must be a JSON object/],
    [
      keyFile({ type: 'authorized_user' }),
      /must be the key file of a service account/,
    ],
    [keyFile({ type: undefined }), /must be the key file of a service account/],
    [keyFile({ private_key: undefined }), /must have a text private_key/],
    [keyFile({ private_key: ' ' }), /must not have an empty private_key/],
    [keyFile({ client_email: 7 }), /must have a text client_email/],
    [keyFile({ project_id: undefined }), /must have a text project_id/],
    [
      keyFile({ more: 'secret'.repeat(20_000) }),
      /must have at most 65536 characters/,
    ],
    [undefined, /must be the text of the key file/],
  ])('refuse a file without showing it (%#)', (configFile, complaint) => {
    const { error } = gcpConnectorSettingsSchema.safeParse({
      ...GCP,
      configFile,
    });
    expect(error?.issues).toEqual([
      expect.objectContaining({
        path: ['configFile'],
        message: expect.stringMatching(complaint),
      }),
    ]);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  it.each([
    ['my-project-1513669048551', true],
    ['abcdef', true],
    [`a${'b'.repeat(29)}`, true],
    ['example.com:my-project', true],
    ['abcde', false],
    [`a${'b'.repeat(30)}`, false],
    ['1-project', false],
    ['my-project-', false],
    ['My-Project', false],
    ['my_project', false],
    ['my-project\n', false],
    ['../../aws', false],
  ])('know %j as the id of a project: %s', (projectId, answer) => {
    expect(gcpProjectIdSchema.safeParse(projectId).success).toBe(answer);
  });
});

describe('an update of a GCP connector', () => {
  it.each([
    { description: '' },
    { name: 'Another' },
    { configFile: keyFile() },
    { pollingFrequency: { hours: 0, minutes: 30 } },
    { remediationEnabled: false },
  ])('may change one thing alone (%#)', changes => {
    expect(gcpConnectorUpdateSchema.parse(changes)).toEqual(changes);
  });

  it.each([
    [{}, ': must change at least one of name, description, '],
    [{ remediationEnabled: 'unchanged' }, ': must change at least one'],
    [{ name: undefined }, ': must change at least one'],
    [{ projectId: 'my-project' }, 'projectId: cannot be changed'],
    [{ state: 'SUCCESS' }, 'state: is no setting of an update of a GCP'],
    [{ name: '' }, 'name: must be a name'],
  ])('%j is refused', (changes, complaint) => {
    expect(complaints(gcpConnectorUpdateSchema, changes)).toContainEqual(
      expect.stringContaining(complaint),
    );
  });
});

describe('a key file', () => {
  it('tells whose it is', () => {
    expect(readGcpKeyFile(keyFile({ private_key_id: undefined }))).toEqual({
      projectId: 'my-project-1513669048551',
      clientEmail: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
      privateKey: expect.stringMatching(/^-----BEGIN/),
    });
    expect(readGcpKeyFile(keyFile())).toHaveProperty(
      'privateKeyId',
      '0123456789abcdef0123456789abcdef01234567',
    );
    expect(readGcpKeyFile('{}')).toBeUndefined();
  });
});
