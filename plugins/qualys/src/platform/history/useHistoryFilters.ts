import { useMemo } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  settingsHistoryQuerySchema,
  settingsObjectTypeSchema,
  type SettingsHistoryCsvQuery,
} from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  useAddressFilters,
  type AddressFilters,
} from '../../hooks/useAddressFilters';

const { subscription, objectId, actor, entityRef } =
  settingsHistoryQuerySchema.shape;

const IN_ADDRESS = {
  type: settingsObjectTypeSchema,
  subscription,
  objectId,
  actor,
  entityRef,
  /** The first and the last day, in the reader's own time. */
  from: z.iso.date(),
  until: z.iso.date(),
};

/** What narrows the history. */
export type HistoryFilters = AddressFilters<typeof IN_ADDRESS>;

/** Filters as they stand in the address of the page, and as the backend takes them. */
export function useHistoryFilters() {
  const address = useAddressFilters(IN_ADDRESS);
  const { filters } = address;
  const query = useMemo(() => queryOf(filters), [filters]);
  return { ...address, query };
}

function queryOf({
  from,
  until,
  actor: who,
  entityRef: page,
  ...others
}: HistoryFilters): SettingsHistoryCsvQuery {
  return {
    ...others,
    ...(who && { actor: wholeRef(who, 'user') }),
    ...(page && { entityRef: wholeRef(page, 'component') }),
    ...(from && { from: startOf(from) }),
    // The last day counts as a whole.
    ...(until && { to: startOf(until, 1) }),
  };
}

/** The whole reference of what may be only a name. */
function wholeRef(typed: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(typed, { defaultKind }));
  } catch {
    return typed;
  }
}

function startOf(day: string, later = 0): string | undefined {
  return (
    DateTime.fromISO(day).plus({ days: later }).toUTC().toISO() ?? undefined
  );
}
