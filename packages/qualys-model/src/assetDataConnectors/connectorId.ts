import { z } from 'zod';

const ID = /^[1-9]\d{0,18}$/;

/**
 * The id of an object of Asset Management: a whole number, as text. Connectors
 * and tags have such ids.
 *
 * Source: Asset Management connectors 3.0, `id` (`843003`).
 *
 * @public
 */
export const assetManagementIdSchema = z
  .string({ error: 'must be an id as text: digits, for example "843003"' })
  .regex(
    ID,
    'must be an id: digits without a leading zero, for example 843003',
  );

/**
 * Whether a text has the form of a connector's id in Asset Management: digits.
 * The ids of CloudView are UUIDs: see {@link isConnectorId}.
 *
 * Source: Asset Management connectors 3.0, `id`.
 *
 * @param value - any text
 *
 * @public
 */
export function isAssetDataConnectorId(value: string): boolean {
  return ID.test(value);
}
