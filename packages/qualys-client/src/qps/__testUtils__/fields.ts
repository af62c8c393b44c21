import type { Shape } from './shapes';

/** An object with these fields, some of which it is never without. */
export const object = (
  fields: Record<string, Shape>,
  essential = ['id'],
): Shape => ({
  fields,
  essential: essential.filter(name => name in fields),
});

/** An object that another refers to. */
export const reference = object({ id: 'id', name: 'text' });

/** Several of them. */
export const references = (name: string): Shape => ({ name, item: reference });
