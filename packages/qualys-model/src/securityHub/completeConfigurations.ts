import { z } from 'zod';
import { awsAccountIdSchema } from '../aws/accountId';
import { securityHubConfigurationSchema } from './configuration';
import { eachAccountOnce } from './eachAccountOnce';

/**
 * The complete `vmConfigs` of an integration as they are written back: with
 * the rows that nobody changed, whose severities and categories are kept as
 * they were read, whatever they are. What a person asks for is held against
 * {@link securityHubRowInputSchema} before.
 *
 * At least one account is needed: that no configuration at all empties the
 * integration is not documented. An account that stands in it more than once
 * is refused by name.
 *
 * Source: AWS Security Hub Integration, `vmConfigs` of the update call.
 *
 * @public
 */
export const securityHubCompleteConfigurationsSchema = z
  .array(
    securityHubConfigurationSchema.extend({
      /** The ids of the AWS accounts: at least one. */
      awsAccounts: z
        .array(awsAccountIdSchema)
        .min(1, 'must name at least one AWS account'),
    }),
  )
  .min(
    1,
    'must hold at least one configuration; deleteAccounts with allAccounts empties an integration',
  )
  .check(eachAccountOnce);
