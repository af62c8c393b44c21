import type { Entity } from '@backstage/catalog-model';
import {
  AWS_ACCOUNT_ID_ANNOTATION,
  QUALYS_AWS_ACCOUNTS_ANNOTATION,
  QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION,
  type AnnotationProblem,
} from 'backstage-plugin-qualys-common';
import { isAwsAccountId } from 'qualys-model';

/** An AWS account in a Security Hub integration. */
export interface AccountKey {
  /** The id of the integration. */
  integration: string;
  awsAccount: string;
}

/** The id under which an account in an integration is bound: `34/048213577190`. */
export function accountKey({ integration, awsAccount }: AccountKey): string {
  return `${integration}/${awsAccount}`;
}

/** Reads such an id. */
export function readAccountKey(objectId: string): AccountKey {
  const [integration, awsAccount = ''] = objectId.split('/');
  return { integration, awsAccount };
}

/**
 * Reads which AWS accounts an entity says are its own: those of the plugin's
 * own annotation, or where that says nothing, the one of other plugins.
 *
 * @param report - told of what cannot be understood, and what would be right
 */
export function readAwsAccounts(
  { metadata: { annotations = {} } }: Entity,
  report: (problem: AnnotationProblem) => void,
): string[] {
  const annotation = [
    QUALYS_AWS_ACCOUNTS_ANNOTATION,
    AWS_ACCOUNT_ID_ANNOTATION,
  ].find(name => annotations[name]?.trim());
  if (!annotation) {
    report({
      annotation: QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION,
      value: annotations[QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION],
      message: `It is not said which AWS accounts are the team’s; name them in ${QUALYS_AWS_ACCOUNTS_ANNOTATION}, with their ids of 12 digits such as 048213577190`,
    });
    return [];
  }
  const accounts = new Set<string>();
  for (const part of annotations[annotation].split(',')) {
    const value = part.trim();
    if (isAwsAccountId(value)) {
      accounts.add(value);
    } else if (value) {
      report({
        annotation,
        value,
        message:
          'This is not the id of an AWS account; write its 12 digits, with the zeros at the beginning, such as 048213577190',
      });
    }
  }
  return [...accounts];
}
