import { screen, within } from '@testing-library/react';
import {
  type CallHistory,
  type Ownership,
  type RequestListQuery,
  type Status,
} from 'backstage-plugin-qualys-common';
import { FakeSignals } from './FakeSignals';
import { minutesAgo, status, subscriptionStatus } from './fixtures';
import { callHistory, catalogState, ownership } from './platformFixtures';
import { renderPart } from './render';
import { OverviewPage } from '../platform/overview/OverviewPage';

/** Nothing of it needs anybody. */
export const WELL = status({ openClaims: 0, catalog: catalogState() });

/** A subscription whose state is old. */
export const GOV = subscriptionStatus({
  subscription: 'gov',
  title: 'Example Gov',
  asOf: minutesAgo(200),
  connectors: {
    total: 1_000,
    byState: { success: 900, pending: 100 },
    byProvider: { AWS: 1_000 },
  },
});

/** Renders the overview of a portal with the Qualys that is given. */
export function renderOverview(
  options: {
    answer?: Status;
    getStatus?: jest.Mock;
    rules?: Ownership;
    getOwnership?: jest.Mock;
    calls?: CallHistory;
    getCallHistory?: jest.Mock;
    /** How many requests for connectors wait for a decision of whoever looks. */
    waiting?: number;
    denied?: string[];
    signals?: FakeSignals;
  } = {},
) {
  const api = {
    getStatus: options.getStatus ?? jest.fn(async () => options.answer ?? WELL),
    getOwnership:
      options.getOwnership ?? jest.fn(async () => options.rules ?? ownership()),
    getCallHistory:
      options.getCallHistory ??
      jest.fn(async () => options.calls ?? callHistory()),
    listConnectorRequests: jest.fn(
      async ({ scope }: Partial<RequestListQuery>) => ({
        items: [],
        totalItems: scope === 'decidable' ? options.waiting ?? 0 : 9,
      }),
    ),
  };
  renderPart(<OverviewPage />, {
    api,
    denied: options.denied,
    signals: options.signals,
  });
  return api;
}

/** A part of the page, once it is there. */
export function region(name: string) {
  return screen.findByRole('region', { name });
}

/** What needs somebody: what is said, and where the link goes. */
export async function needs() {
  const list = await screen.findByRole('list', { name: 'What needs somebody' });
  return within(list)
    .getAllByRole('link')
    .map(link => [link.textContent, link.getAttribute('href')]);
}
