import type { Answer, TestPlatform } from '../../../__testUtils__/platform';

/** How long a connector is pending. */
export const SETTLE_MS = 60_000;

/** The request of "Unique Secure External ID for AWS connectors". */
export const AWS = {
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  description: 'Sample External ID',
  externalId: 'USPOD01-4765-9011278609223',
  isChinaRegion: true,
  isGovCloud: true,
  isPortalConnector: true,
  name: 'ABC',
  pollingFrequency: { hours: 1, minutes: 1 },
};

/** The request of "Enable Remediation through API". */
export const AZURE = {
  applicationId: '5a7b2c14-9d0e-4f63-8a21-3c5d7e9f1b20',
  authenticationKey: 'hush',
  description: 'This is test description',
  directoryId: '0c1d2e3f-4a5b-4c6d-8e9f-a0b1c2d3e4f5',
  isGovCloud: true,
  name: 'My Azure Connector',
  remediationEnabled: true,
  subscriptionId: '9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a',
  pollingFrequency: { hours: 4, minutes: 0 },
};

/** The key of a service account. */
export const KEY_FILE = new File(
  ['{"type":"service_account"}'],
  'my-project.json',
  {
    type: 'application/json',
  },
);

/** The form of "Enable Remediation through API". */
export const GCP = {
  configFile: KEY_FILE,
  description: 'Description',
  name: 'API Connector',
  projectId: 'my-project-1513669048551',
  remediationEnabled: 'true',
};

/** A multipart form; fields that are undefined are left out. */
export function formOf(
  fields: Record<string, string | File | undefined>,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, value);
  }
  return form;
}

/** Ways to write to the connectors of a platform. */
export function writesTo(platform: TestPlatform) {
  const send = (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> =>
    platform.send(
      method,
      `${platform.urls.cloudView}/cloudview-api/rest/v1${path}`,
      body,
    );
  // Expects 200.
  const done = async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    if (answer.status !== 200) {
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${answer.text}`,
      );
    }
    return answer.text && answer.json();
  };
  return {
    send,
    done,
    get: (cloud: string, id: string) =>
      platform.get(`/${cloud}/connectors/${id}`),
    createAws: (change = {}) =>
      done('POST', '/aws/connectors', { ...AWS, ...change }),
  };
}

/** Ways to write to the connectors of a platform. */
export type Writes = ReturnType<typeof writesTo>;
