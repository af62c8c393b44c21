import { errorBodySchema } from 'backstage-plugin-qualys-common';

/** What is wrong, as an answer says it. */
export function refusalOf({ status, body }: { status: number; body: unknown }) {
  return { status, ...errorBodySchema.parse(body).error };
}
