import { z } from 'zod';

/**
 * A name for a Security Hub integration: any text with something in it, on one
 * line. Qualys prints names without any quoting when the integration is read,
 * so a text that looks like the member that follows the name is refused: the
 * integration could not be read back for certain.
 *
 * Source: AWS Security Hub Integration, `name` ("an unique name"), and the
 * answers of "Get Details of the Amazon Security Hub". No length is
 * documented, so none is demanded.
 *
 * @public
 */
export const securityHubNameSchema = z
  .string('must be a name')
  .trim()
  .min(1, 'must be a name with at least one character')
  .regex(/^\P{Cc}*$/u, 'must have no line breaks or other control characters')
  .refine(name => !/,\s*integrationId\s*=/i.test(name), {
    error:
      'must not hold “, integrationId=”: Qualys prints names without quotes, and the integration could not be read back',
  });
