/** What is said of a state that could not be read back after a change. */
export const TAKEN_BUT_UNREAD =
  'Qualys has taken the change, and could not be read back since';
