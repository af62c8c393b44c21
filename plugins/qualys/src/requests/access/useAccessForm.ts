import { useCallback } from 'react';
import {
  requestAccessSchema,
  requestRoleArnSchema,
  type ConnectorRequestDetails,
  type RequestAccess,
} from 'backstage-plugin-qualys-common';
import { readGcpKeyFile } from 'qualys-model';
import type { UseFormReturn } from 'react-hook-form';
import { useCheckedForm, type Complain } from '../../settings/useCheckedForm';
import { useQualysTranslation } from '../../translation';

/** What the fields hold. Secrets are nowhere else, and gone with the form. */
export interface AccessValues {
  arn: string;
  authenticationKey: string;
  keyFile: string;
  /** `2026-12-31`, or nothing. */
  keyExpiresOn: string;
}

/** The form that hands over what Qualys signs in with. */
export type AccessFormState = UseFormReturn<
  AccessValues,
  unknown,
  RequestAccess
>;

/** What Qualys signs in with to each cloud. */
export const ACCESS_OF = {
  AWS: 'arn',
  AZURE: 'authenticationKey',
  GCP: 'keyFile',
} as const satisfies Record<
  ConnectorRequestDetails['provider'],
  keyof AccessValues
>;

/** What is known of a request before there is one. */
const NONE: Pick<ConnectorRequestDetails, 'provider' | 'settings' | 'access'> =
  { provider: 'AWS', settings: {}, access: { keyHeld: false } };

/** What the form begins with: nothing that is a secret. */
export function accessValues({
  access,
}: Pick<ConnectorRequestDetails, 'access'> = NONE): AccessValues {
  return {
    arn: access.arn ?? '',
    authenticationKey: '',
    keyFile: '',
    keyExpiresOn: access.keyExpiresOn ?? '',
  };
}

/**
 * Whether anything is typed that was not there in the beginning. A field that
 * was emptied asks for nothing: what was handed over cannot be taken back.
 */
export function isTyped(values: AccessValues, first: AccessValues): boolean {
  return (Object.keys(first) as (keyof AccessValues)[]).some(
    name => values[name].trim() !== '' && values[name] !== first[name],
  );
}

/** What is handed over. */
export function accessOf(
  values: AccessValues,
  provider: ConnectorRequestDetails['provider'],
): RequestAccess {
  if (provider === 'AWS') return { arn: values.arn.trim() };
  const secret = ACCESS_OF[provider];
  return {
    [secret]: values[secret],
    ...(values.keyExpiresOn && { keyExpiresOn: values.keyExpiresOn }),
  };
}

/**
 * The form, under the rules of the cloud and of what is asked for.
 *
 * @param request - missing until there is one
 */
export function useAccessForm(
  request: ConnectorRequestDetails | undefined,
): AccessFormState {
  const { t } = useQualysTranslation();
  const { provider, settings } = request ?? NONE;
  const { account, partition } = settings;
  const missing = t(`requestAccess.missing.${ACCESS_OF[provider]}`);
  const past = t('requestAccess.past');
  const otherProject = t('requestAccess.otherProject', {
    account: account ?? '',
  });
  const check = useCallback(
    (values: AccessValues, complain: Complain<AccessValues>) => {
      const access = accessOf(values, provider);
      const given = ACCESS_OF[provider];
      if (values[given].trim() === '') complain(given, missing);
      for (const { path, message } of requestAccessSchema.safeParse(access)
        .error?.issues ?? []) {
        complain(path[0] as keyof AccessValues, message);
      }
      if (provider === 'AWS') {
        const { error } = requestRoleArnSchema(account, partition).safeParse(
          access.arn,
        );
        if (error) complain('arn', error.issues[0].message);
      }
      const file = provider === 'GCP' && readGcpKeyFile(values.keyFile);
      if (file && file.projectId !== account) complain('keyFile', otherProject);
      const today = new Date().toISOString().slice(0, 10);
      if (access.keyExpiresOn && access.keyExpiresOn < today) {
        complain('keyExpiresOn', past);
      }
      return access;
    },
    [provider, account, partition, missing, otherProject, past],
  );
  return useCheckedForm(accessValues(request), check);
}
