import type { Behaviours } from '../behaviours/behaviours';
import { success } from '../qps/answer';
import {
  onlyIds,
  pathOf,
  picked,
  readOperations,
  schemaOf,
  type Collection,
} from '../qps/collection';
import { isoDate } from '../qps/isoDate';
import { invalid, objectNotFound } from '../qps/problem';
import type { Operation } from '../qps/router';
import {
  changedDnsOverride,
  DNS_OVERRIDE,
  shownDnsOverride,
  type DnsOverrideRecord,
} from './dnsOverride';
import type { WasStore } from './store';
import { tagFields } from './tagFields';
import { OWNER } from './user';

const ELEMENT = 'DnsOverride';

function collectionOf(
  store: WasStore,
): Collection<DnsOverrideRecord, typeof DNS_OVERRIDE> {
  const { dnsOverrides, tags } = store;
  return {
    version: '3.0',
    module: 'was',
    noun: 'dnsoverride',
    element: ELEMENT,
    field: DNS_OVERRIDE,
    all: () => dnsOverrides.all(),
    get: id => dnsOverrides.get(id),
    idOf: ({ id }) => id,
    searchFields: {
      id: { type: 'integer', of: override => override.id },
      name: { type: 'text', of: override => override.name },
      ...tagFields(tags),
      createdDate: { type: 'date', of: override => override.createdDate },
      updatedDate: { type: 'date', of: override => override.updatedDate },
      'owner.id': { type: 'integer', of: () => OWNER.id },
      'owner.name': {
        type: 'text',
        of: () => `${OWNER.firstName} ${OWNER.lastName}`,
      },
      'owner.username': { type: 'keyword', of: () => OWNER.username },
    },
    show: (override, isWhole) => shownDnsOverride(override, isWhole, tags),
  };
}

/**
 * The verbs on DNS overrides. Updates name the id in the object that they
 * bring, deletions in their conditions.
 *
 * Source: WAS API, DNS Override.
 */
export function dnsOverrideOperations(
  store: WasStore,
  behaviours: Behaviours,
): Operation[] {
  const collection = collectionOf(store);
  const schema = schemaOf(collection);
  const { dnsOverrides, tags } = store;

  function put(
    record: DnsOverrideRecord,
    change: Parameters<typeof changedDnsOverride>[1],
  ): DnsOverrideRecord {
    const now = isoDate(store.now());
    const changed = changedDnsOverride(record, change, tags, now);
    const namesake = dnsOverrides
      .all()
      .find(({ id, name }) => id !== changed.id && name === changed.name);
    if (namesake) {
      throw invalid(`There is a DNS override named "${changed.name}" already`);
    }
    dnsOverrides.put(changed);
    return changed;
  }

  return [
    ...readOperations(collection, behaviours),
    {
      path: pathOf(collection, 'create'),
      methods: ['POST'],
      schema,
      answer: request => {
        const { id: _, ...change } = request.data(ELEMENT, DNS_OVERRIDE);
        const now = isoDate(store.now());
        for (const name of ['tags', 'mappings', 'comments'] as const) {
          const { add, remove, update } = change[name] ?? {};
          if (add || remove || update) {
            throw invalid(`DnsOverride.${name} takes set only where it is new`);
          }
        }
        const created = put(
          {
            id: dnsOverrides.newId(),
            name: '',
            mappings: [],
            tagIds: [],
            comments: [],
            createdDate: now,
            updatedDate: now,
          },
          change,
        );
        return success(ELEMENT, DNS_OVERRIDE, [
          shownDnsOverride(created, true, tags),
        ]);
      },
    },
    {
      path: pathOf(collection, 'update'),
      methods: ['POST'],
      schema,
      answer: request => {
        const { id, ...change } = request.data(ELEMENT, DNS_OVERRIDE);
        if (id === undefined) throw invalid('DnsOverride.id is required');
        const record = dnsOverrides.get(id);
        if (!record) throw objectNotFound(ELEMENT, id);
        const { name, owner, tags: newTags, comments, mappings } = change;
        if (!name && !owner && !newTags && !comments && !mappings) {
          throw invalid(
            'DnsOverride needs one of name, owner, tags, comments and mappings',
          );
        }
        put(record, change);
        return onlyIds(ELEMENT, [id]);
      },
    },
    {
      path: pathOf(collection, 'delete'),
      methods: ['POST'],
      schema,
      answer: ({ criteria }) => {
        const ids = picked(collection, criteria).map(({ id }) => id);
        for (const id of ids) store.removeDnsOverride(id);
        return onlyIds(ELEMENT, ids);
      },
    },
  ];
}
