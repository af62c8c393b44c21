import { isLocationEntity, type Entity } from '@backstage/catalog-model';

/**
 * The locations that a root stands for, as `type:target`; nothing when it is
 * no location, or names one in a way that could mean another one.
 */
export function locationsOf(root: Entity): string[] | undefined {
  if (!isLocationEntity(root)) return undefined;
  const { type, target, targets = [] } = root.spec;
  const all = target === undefined ? targets : [target, ...targets];
  if (!type || all.length === 0) return undefined;
  if (type === 'url' && !all.every(isUnambiguous)) return undefined;
  return all.map(one => `${type}:${one}`);
}

// Such a target begins with one path and leads to another one:
// https://git.example/trusted/../other/file.yaml
function isUnambiguous(target: string): boolean {
  if (!URL.canParse(target) || /%2e|%2f|%5c/i.test(target)) return false;
  const { href, username, password } = new URL(target);
  return href === target && !username && !password;
}
