import { qpsIdSchema } from 'qualys-model';
import { checkedBy } from '../input';
import { isObject, textOf } from './values';

/**
 * The id of an object as a part of a path.
 *
 * @param what - what has that id, for people: `A web app`
 * @throws QualysError `invalid` for anything but digits; nothing is sent
 */
export function checkedQpsId(id: string, what: string): { id: string } {
  return { id: checkedBy(qpsIdSchema, id, what, ['id']) };
}

/** The id of an object of an answer, whatever else it holds, where it can be read. */
export function idOfItem(item: unknown): string | undefined {
  return isObject(item) ? textOf(item.id) : undefined;
}
