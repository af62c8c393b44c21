import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  CREATE_THROUGH,
  createThroughSchema,
  type CreateThrough,
} from 'backstage-plugin-qualys-common';

/**
 * Reads the API of Qualys that connectors of a subscription are created
 * through.
 *
 * @throws InputError naming the key, the value and what would be right
 */
export function readCreateThrough(key: string, config: Config): CreateThrough {
  const given = config.getOptionalString('createThrough') ?? 'assetManagement';
  const read = createThroughSchema.safeParse(given);
  if (read.success) return read.data;
  throw new InputError(
    `${key}.createThrough: "${given}" must be one of ${CREATE_THROUGH.join(
      ', ',
    )}`,
  );
}
