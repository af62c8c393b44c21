// The end of a key is too short to be one: it may be a piece of any word.
const SHORTEST_LINE = 8;

/**
 * What nobody may see of a private key in PEM form: it as a whole, and each of
 * its lines, since what echoes it may cut it off or lay it out anew.
 *
 * @param id - the id of the key, where it has one
 */
export function secretsOfKey(privateKey = '', id = ''): string[] {
  const lines = privateKey
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line.length >= SHORTEST_LINE && !line.startsWith('-----'));
  return [privateKey, ...lines, id].filter(Boolean);
}
