import { CustomErrorBase } from '@backstage/errors';

/** A field of a request that is wrong. */
export interface InvalidField {
  /** Where it stands: `query.limit`, `body.reason`. */
  path: string;
  message: string;
}

/** A request that does not pass the schemas of its route. */
export class InvalidRequestError extends CustomErrorBase {
  name = 'InputError' as const;

  constructor(readonly fields: InvalidField[]) {
    super(fields.map(field => `${field.path}: ${field.message}`).join('; '));
  }
}
