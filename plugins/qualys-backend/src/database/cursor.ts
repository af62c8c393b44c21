import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** The place in an order after which a page begins. */
export type Position = readonly (string | number)[];

const cursorSchema = z.strictObject({
  /** What the cursor is good for. */
  for: z.string(),
  after: z.array(z.union([z.string(), z.number()])),
});

function nameOf(purpose: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(purpose))
    .digest('base64url')
    .slice(0, 16);
}

/** Makes an opaque cursor that is good for one purpose only. */
export function encodeCursor(purpose: unknown, after: Position): string {
  return Buffer.from(JSON.stringify({ for: nameOf(purpose), after })).toString(
    'base64url',
  );
}

/**
 * Reads a cursor.
 *
 * @param purpose - what it must be good for
 * @param shape - what its position must look like
 * @throws InputError when it is not a cursor for this purpose
 */
export function decodeCursor<T extends Position>(
  cursor: string,
  purpose: unknown,
  shape: z.ZodType<T>,
): T {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = undefined;
  }
  const read = cursorSchema.safeParse(content);
  const after = shape.safeParse(read.data?.after);
  if (!read.success || !after.success || read.data.for !== nameOf(purpose)) {
    throw new InputError(
      'The cursor is not one of this list; begin again without it',
    );
  }
  return after.data;
}
