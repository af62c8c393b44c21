import { ObjectIdError } from '../core/idError';

/** Objects with numbers as ids, in the order of these. */
export class NumberedStore<T extends { readonly id: number }> {
  private objects = new Map<number, T>();
  private sorted: T[] | undefined;
  private nextId = 1;

  /**
   * Begins anew with other objects.
   *
   * @param objects - those that there are at first
   * @param firstNewId - the id of the first that is added without one
   */
  load(objects: readonly T[], firstNewId: number): void {
    this.objects = new Map(objects.map(object => [object.id, object]));
    this.sorted = undefined;
    this.nextId = firstNewId;
  }

  /** An id that no object has. */
  newId(): number {
    while (this.objects.has(this.nextId)) this.nextId += 1;
    return this.nextId;
  }

  /** The object with an id. */
  get(id: number): T | undefined {
    return this.objects.get(id);
  }

  /** All objects, in the order of their ids. */
  all(): readonly T[] {
    this.sorted ??= [...this.objects.values()].sort((a, b) => a.id - b.id);
    return this.sorted;
  }

  /** Adds an object, or puts it in the place of the one with its id. */
  put(object: T): void {
    this.objects.set(object.id, object);
    this.sorted = undefined;
  }

  /** Takes an object away; false where there is none. */
  remove(id: number): boolean {
    this.sorted = undefined;
    return this.objects.delete(id);
  }
}

/**
 * The id that an object is added with.
 *
 * @throws ObjectIdError where there is one with it
 */
export function idFor(
  store: NumberedStore<{ readonly id: number }>,
  wanted: number | undefined,
): number {
  if (wanted !== undefined && store.get(wanted)) {
    throw new ObjectIdError('taken', `There is an object ${wanted} already`);
  }
  return wanted ?? store.newId();
}
