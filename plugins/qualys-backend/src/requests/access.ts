import {
  requestRoleArnSchema,
  type RequestAccess,
} from 'backstage-plugin-qualys-common';
import { readGcpKeyFile } from 'qualys-model';
import { InvalidRequestError } from '../errors';
import type { SecretBox } from '../secrets';
import type { RequestPatch, RequestRecord } from './store';

const NO_KEYS =
  'cannot be taken: the portal has no key to encrypt it with; whoever runs the portal configures one as qualys.requests.encryption.keys';

function refuse(path: string, message: string): never {
  throw new InvalidRequestError([{ path: `body.${path}`, message }]);
}

function requireAccount({ settings }: RequestRecord): string {
  return (
    settings.account ??
    refuse('account', 'must be known first; save the draft with it')
  );
}

function keyOf(
  record: RequestRecord,
  { authenticationKey, keyFile }: RequestAccess,
): string {
  const account = requireAccount(record);
  if (record.provider === 'AZURE') {
    if (keyFile !== undefined) refuse('keyFile', 'is of GCP connectors alone');
    return (
      authenticationKey ??
      refuse('authenticationKey', 'must be the secret of the application')
    );
  }
  if (authenticationKey !== undefined) {
    refuse('authenticationKey', 'is of Azure connectors alone');
  }
  if (keyFile === undefined) {
    refuse('keyFile', 'must be the key file of a service account');
  }
  const projectId = readGcpKeyFile(keyFile)?.projectId;
  if (projectId !== account) {
    refuse(
      'keyFile',
      `must be the key file of a service account of the project ${account}`,
    );
  }
  return keyFile;
}

/**
 * What is kept of what Qualys signs in with: a role as it is, a key encrypted.
 *
 * @throws InvalidRequestError naming what is wrong, without the key
 */
export function accessPatch(
  record: RequestRecord,
  access: RequestAccess,
  box: Pick<SecretBox, 'available' | 'seal'>,
): RequestPatch {
  const { arn, keyExpiresOn } = access;
  if (record.provider === 'AWS') {
    for (const name of [
      'authenticationKey',
      'keyFile',
      'keyExpiresOn',
    ] as const) {
      if (access[name] !== undefined) {
        refuse(name, 'is none of AWS connectors, which have a role');
      }
    }
    if (arn === undefined) refuse('arn', 'must be the ARN of the role');
    const rule = requestRoleArnSchema(
      requireAccount(record),
      record.settings.partition,
    );
    const [issue] = rule.safeParse(arn).error?.issues ?? [];
    if (issue) refuse('arn', issue.message);
    return { arn };
  }
  if (arn !== undefined) refuse('arn', 'is of AWS connectors alone');
  const key = keyOf(record, access);
  if (!box.available) {
    refuse(
      record.provider === 'AZURE' ? 'authenticationKey' : 'keyFile',
      NO_KEYS,
    );
  }
  return {
    secret: box.seal(key, { about: record.id }),
    keyExpiresOn: keyExpiresOn ?? null,
  };
}
