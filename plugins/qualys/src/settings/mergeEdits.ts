type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The settings of somebody whose form began from a state that is no longer the
 * present one: what they changed is as they have it, everything else as it is
 * now. Settings of settings are taken one by one, lists as wholes.
 *
 * @param before - the state that the form began from
 * @param edited - what the form holds
 * @param current - the state as it is now
 */
export function mergeEdits<T extends object>(
  before: T,
  edited: T,
  current: T,
): T {
  const [was, mine, is] = [before, edited, current] as Plain[];
  const names = new Set([...Object.keys(mine), ...Object.keys(is)]);
  const merged = [...names].map(name => {
    const all = [was[name], mine[name], is[name]];
    if (all.every(isPlain)) {
      return [
        name,
        mergeEdits(all[0] as Plain, all[1] as Plain, all[2] as Plain),
      ];
    }
    return [name, same(was[name], mine[name]) ? is[name] : mine[name]];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}
