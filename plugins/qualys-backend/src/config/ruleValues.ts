import { InputError } from '@backstage/errors';
import { CLOUD_PROVIDERS } from 'qualys-model';
import { wildcard } from '../patterns';

const GROUP = 'group:';

// Owners are compared as full references. Whatever stands before the first
// wildcard has to be the beginning of one.
function canBeGroup(pattern: string): boolean {
  const [literal] = pattern.toLowerCase().split(/[*?]/);
  return literal.length === pattern.length
    ? /^group:[^/]+\/[^/]+$/.test(literal)
    : literal.startsWith(GROUP) || GROUP.startsWith(literal);
}

/**
 * Refuses values of a rule that nothing fits, so that nobody trusts in a rule
 * that does nothing.
 *
 * @param key - where the rule says what it fits
 * @param field - what is looked at; of most fields any value may fit
 * @param values - patterns in which `*` and `?` stand for anything, regardless of case
 * @throws InputError naming the key, the value and what would be right
 */
export function checkRuleValues(
  key: string,
  field: string,
  values: readonly string[],
): void {
  for (const value of values) {
    // YAML reads an account such as 012345678901 without quotes as a number,
    // and its zero is lost.
    if (field === 'account' && /^\d{1,11}$/.test(value)) {
      throw new InputError(
        `${key}.account: "${value}" is no AWS account, which has 12 digits; put it in quotes, so that its leading zeros are kept`,
      );
    }
    if (field === 'owner' && !canBeGroup(value)) {
      throw new InputError(
        `${key}.owner: "${value}" is not a group such as group:default/payments`,
      );
    }
    if (field === 'provider' && !CLOUD_PROVIDERS.some(wildcard(value))) {
      throw new InputError(
        `${key}.provider: "${value}" is not one of ${CLOUD_PROVIDERS.join(
          ', ',
        )}`,
      );
    }
  }
}
