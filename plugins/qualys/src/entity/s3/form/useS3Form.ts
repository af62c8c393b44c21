import { useMemo } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import {
  s3IntegrationInputSchema,
  type S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import type { FieldErrors, Resolver, UseFormReturn } from 'react-hook-form';
import { useResolvedForm } from '../../../settings/useCheckedForm';
import { useQualysTranslation } from '../../../translation';
import { settingsOf, type S3FormValues } from './formValues';

/** The form of an S3 integration. */
export type S3Form = UseFormReturn<
  S3FormValues,
  unknown,
  S3IntegrationSettings
>;

type Errors = FieldErrors<S3FormValues>;

const checkSettings = zodResolver(s3IntegrationInputSchema);

/** The message of a list of addresses, or of the first of them that is wrong. */
function emailsError(
  errors: unknown,
  emails: readonly string[],
): string | undefined {
  if (!Array.isArray(errors)) {
    return (errors as { message?: string } | undefined)?.message;
  }
  const wrong = errors.findIndex(Boolean);
  return `“${emails[wrong]}” ${errors[wrong].message}`;
}

/** The errors of the settings at the fields that the form has for them. */
function atFields(
  { bucketName, errorEmails, ...errors }: Record<string, any>,
  values: S3FormValues,
  emails: readonly string[],
): Errors {
  const emailsMessage = emailsError(errorEmails, emails);
  const noTarget = bucketName && {
    [values.target === 'accessPoint' ? 'accessPointArn' : 'bucketName']:
      bucketName,
  };
  return {
    ...errors,
    ...noTarget,
    ...(emailsMessage && {
      errorEmails: { type: 'custom', message: emailsMessage },
    }),
  };
}

/** The filters that are to be removed without anybody having said so twice. */
function unconfirmed(
  { filterQuery, confirmed }: S3FormValues,
  before: S3IntegrationSettings | undefined,
  message: string,
): Errors['confirmed'] {
  const wrong = (['removeVulnFilter', 'removeAssetFilter'] as const).filter(
    filter =>
      filterQuery[filter] && !before?.filterQuery[filter] && !confirmed[filter],
  );
  return wrong.length === 0
    ? undefined
    : Object.fromEntries(
        wrong.map(filter => [filter, { type: 'custom', message }]),
      );
}

/**
 * The form of an S3 integration, under the rules of its settings.
 *
 * @param values - what it begins with
 * @param before - the settings that it changes; undefined where none are known
 */
export function useS3Form(
  values: S3FormValues,
  before: S3IntegrationSettings | undefined,
): S3Form {
  const { t } = useQualysTranslation();
  const message = t('s3.form.confirmMissing');
  const resolver = useMemo<
    Resolver<S3FormValues, unknown, S3IntegrationSettings>
  >(
    () => async (typed, context, options) => {
      const settings = settingsOf(typed);
      const checked = await checkSettings(
        settings,
        context,
        options as unknown as Parameters<typeof checkSettings>[2],
      );
      const confirmed = unconfirmed(typed, before, message);
      const errors: Errors = {
        ...atFields(checked.errors, typed, settings.errorEmails),
        ...(confirmed && { confirmed }),
      };
      return Object.keys(errors).length === 0
        ? { values: checked.values as S3IntegrationSettings, errors: {} }
        : { values: {}, errors };
    },
    [before, message],
  );
  return useResolvedForm(values, resolver);
}
