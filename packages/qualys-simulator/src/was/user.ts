import { cdata, integer, object, text } from '../qps/description';

/** A user in WAS, such as the owner of a web app. */
export const USER = object({
  id: integer,
  username: text,
  firstName: cdata,
  lastName: cdata,
});

/** Who owns and changes everything in the imagined subscription. */
export const OWNER = {
  id: 4354,
  username: 'demo_qs',
  firstName: 'Dana',
  lastName: 'Qureshi',
};
