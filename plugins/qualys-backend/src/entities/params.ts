import { makeValidator } from '@backstage/catalog-model';
import { z } from 'zod';
import { connectorParamsSchema } from '../http';

const { isValidEntityName, isValidKind, isValidNamespace } = makeValidator();

/** `/:kind/:namespace/:name` in a path. */
export const entityParamsSchema = z.strictObject({
  kind: z.string().refine(isValidKind, 'must be the kind of an entity'),
  namespace: z
    .string()
    .refine(
      namespace => isValidNamespace(namespace.toLowerCase()),
      'must be the namespace of an entity',
    ),
  name: z.string().refine(isValidEntityName, 'must be the name of an entity'),
});

/** An entity and one of the objects that are bound to it in a path. */
export const entityObjectParamsSchema = z.strictObject({
  ...entityParamsSchema.shape,
  ...connectorParamsSchema.shape,
});
