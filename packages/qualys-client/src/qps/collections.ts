import type { QpsCollectionChange } from 'qualys-model';
import { wireId, type QpsValue } from './request';

/**
 * A change to a collection, as it goes on the wire.
 *
 * @param name - what an item is called
 * @param write - an item, as it goes on the wire
 */
export function collectionData<T>(
  change: QpsCollectionChange<T> | undefined,
  name: string,
  write: (item: T) => QpsValue,
): { [name: string]: QpsValue } | undefined {
  if (!change) return undefined;
  const part = (items?: T[]) => items && { [name]: items.map(write) };
  return {
    set: part(change.set),
    add: part(change.add),
    remove: part(change.remove),
  };
}

/** The same for other objects, by their ids. */
export function referencesData(
  change: QpsCollectionChange<string> | undefined,
  name: string,
): { [name: string]: QpsValue } | undefined {
  return collectionData(change, name, id => ({ id: wireId(id) }));
}
