import type { Behaviours } from '../behaviours/behaviours';
import { counted, found, success, type QpsAnswer } from './answer';
import { matcher, type Criterion, type SearchFields } from './criteria';
import { integer, object, type ObjectField, type ValueOf } from './description';
import { pageOf } from './paging';
import { invalid, objectNotFound } from './problem';
import type { QpsRequest } from './request';
import type { Operation } from './router';

/** Objects of a kind, and how answers show them. */
export interface Collection<T, F extends ObjectField> {
  /** Where its verbs are: `3.0`, `was` and `webapp` for `3.0/get/was/webapp`. */
  version: '2.0' | '3.0';
  module: 'am' | 'was';
  noun: string;
  /** The element that each object stands in. */
  element: string;
  field: F;
  /** All of them, in the order of their ids. */
  all(): readonly T[];
  get(id: number): T | undefined;
  idOf(object: T): number;
  searchFields: SearchFields<T>;
  /**
   * An object as an answer shows it.
   *
   * @param isWhole - whether all that there is of it is wanted; searches want
   *   it only where they are verbose
   */
  show(object: T, isWhole: boolean): ValueOf<F>;
}

/** What most verbs that change something answer: nothing but ids. */
const ONLY_ID = object({ id: integer });

/** The object that a call names by its id; throws a QpsProblem where there is none. */
export function named<T>(
  { element, get }: Pick<Collection<T, any>, 'element' | 'get'>,
  request: QpsRequest,
): T {
  const id = request.id();
  const known = get(id);
  if (!known) throw objectNotFound(element, id);
  return known;
}

/**
 * The objects that a change picks by conditions.
 *
 * @throws QpsProblem where there are no conditions, or nothing fits them
 */
export function picked<T>(
  { all, searchFields }: Pick<Collection<T, any>, 'all' | 'searchFields'>,
  criteria: readonly Criterion[],
): T[] {
  if (criteria.length === 0) {
    throw invalid('The request names neither an id nor filters');
  }
  const objects = all().filter(matcher(criteria, searchFields));
  if (objects.length === 0) {
    throw invalid('There were no results corresponding to your request');
  }
  return objects;
}

/** Answers with the ids of objects. */
export function onlyIds(element: string, ids: readonly number[]): QpsAnswer {
  return success(
    element,
    ONLY_ID,
    ids.map(id => ({ id })),
  );
}

/** The path of a verb. */
export function pathOf(
  {
    version,
    module,
    noun,
  }: Pick<Collection<any, any>, 'version' | 'module' | 'noun'>,
  verb: string,
): string {
  return `${version}/${verb}/${module}/${noun}`;
}

/** The schema that the answers of a collection name. */
export function schemaOf({
  version,
  module,
  noun,
}: Pick<Collection<any, any>, 'version' | 'module' | 'noun'>): string {
  return `${version}/${module}/${noun}`;
}

/** Search and count. */
export function searchOperations<T, F extends ObjectField>(
  collection: Collection<T, F>,
  behaviours: Behaviours,
): Operation[] {
  const { element, field, searchFields } = collection;
  const schema = schemaOf(collection);
  return [
    {
      path: pathOf(collection, 'search'),
      methods: ['POST'],
      schema,
      answer: ({ criteria, preferences }) => {
        const fits = matcher(criteria, searchFields);
        const page = pageOf(
          criteria.length > 0
            ? collection.all().filter(fits)
            : collection.all(),
          collection.idOf,
          preferences,
          behaviours.current,
        );
        const items = page.items.map(item =>
          collection.show(item, preferences.verbose),
        );
        return found(element, field, { ...page, items }, criteria.length > 0);
      },
    },
    {
      path: pathOf(collection, 'count'),
      methods: ['GET', 'POST'],
      schema,
      answer: ({ criteria }) =>
        counted(
          collection.all().filter(matcher(criteria, searchFields)).length,
        ),
    },
  ];
}

/** The verbs that read: search, count and get. */
export function readOperations<T, F extends ObjectField>(
  collection: Collection<T, F>,
  behaviours: Behaviours,
): Operation[] {
  const { element, field } = collection;
  return [
    ...searchOperations(collection, behaviours),
    {
      path: `${pathOf(collection, 'get')}/:id`,
      methods: ['GET', 'POST'],
      schema: schemaOf(collection),
      answer: request =>
        success(element, field, [
          collection.show(named(collection, request), true),
        ]),
    },
  ];
}

/**
 * A verb that acts on the object that the path names, or on those that the
 * conditions pick.
 */
export function oneOrPicked<T>(
  collection: Collection<T, any>,
  verb: string,
  act: (objects: T[]) => QpsAnswer,
  methods: Operation['methods'] = ['POST'],
): Operation[] {
  const schema = schemaOf(collection);
  return [
    {
      path: `${pathOf(collection, verb)}/:id`,
      methods,
      schema,
      answer: request => act([named(collection, request)]),
    },
    {
      path: pathOf(collection, verb),
      methods,
      schema,
      answer: ({ criteria }) => act(picked(collection, criteria)),
    },
  ];
}
