import { qpsIdSchema } from 'qualys-model';
import { checkedBy } from '../input';

/**
 * The id of an object as a part of a path.
 *
 * @param what - what has that id, for people: `A web app`
 * @throws QualysError `invalid` for anything but digits; nothing is sent
 */
export function checkedQpsId(id: string, what: string): { id: string } {
  return { id: checkedBy(qpsIdSchema, id, what, ['id']) };
}
