import type { S3IntegrationSettings } from 'backstage-plugin-qualys-common';
import type { S3Warning } from 'qualys-model';
import type { S3FormValues } from './formValues';
import type { S3Form } from './useS3Form';

/** What a group of fields needs to know. */
export interface S3FieldsProps {
  form: S3Form;
  /** The settings that are changed; undefined where none are known. */
  before: S3IntegrationSettings | undefined;
  /** Whether the person may say where the data go. */
  mayDirect: boolean;
}

/** What else a group of fields needs to know. */
export interface S3GroupProps extends S3FieldsProps {
  values: S3FormValues;
  /** What there is to know of what has been typed. */
  warnings: S3Warning[];
  /** Why the fields of the destination are off, where they are. */
  directedElsewhere?: string;
}

/** The warnings about one setting. */
export function warningsOf(
  warnings: readonly S3Warning[],
  path: string,
): string[] {
  return warnings
    .filter(warning => warning.path === path)
    .map(({ message }) => message);
}
