import type { Status } from 'backstage-plugin-qualys-common';
import { run, status, subscriptionStatus } from './fixtures';
import { renderPart } from './render';
import { SyncsPage } from '../platform/syncs/SyncsPage';

/** A sync is under way. */
export const RUNNING = status({
  subscriptions: [
    subscriptionStatus({
      runs: [run({ id: 'now', outcome: 'running', endedAt: undefined })],
    }),
  ],
});

/** Renders the page of the syncs. */
export function renderSyncs(
  options: {
    answer?: Status;
    getStatus?: jest.Mock;
    startSync?: jest.Mock;
    denied?: string[];
  } = {},
) {
  const getStatus =
    options.getStatus ?? jest.fn(async () => options.answer ?? status());
  const startSync =
    options.startSync ??
    jest.fn(async () => ({ subscription: 'main', alreadyRunning: false }));
  const { toast } = renderPart(<SyncsPage />, {
    api: { getStatus, startSync },
    denied: options.denied,
  });
  return { getStatus, startSync, toast };
}
