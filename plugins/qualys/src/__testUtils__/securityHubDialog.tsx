import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySecurityHub } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../api';
import { SecurityHubCard } from '../entity/securityHub/SecurityHubCard';
import { component, summary } from './fixtures';
import { renderOnEntity } from './render';
import { press } from './s3Dialog';
import { claimedHub, entityHub, FREE, HUB_ID } from './securityHubFixtures';

export const HUB_OBJECT = {
  entity: { kind: 'component', namespace: 'default', name: 'checkout' },
  subscription: 'main',
  id: HUB_ID,
};

export interface HubCardOptions {
  integration?: EntitySecurityHub;
  api?: Partial<QualysApi>;
  /** The names of the permissions that are refused. */
  denied?: string[];
}

/** Renders the card of an entity with accounts in one integration. */
export function renderHubCard(options: HubCardOptions = {}) {
  const integration = options.integration ?? entityHub();
  const updateEntitySecurityHub = jest.fn<
    Promise<EntitySecurityHub>,
    Parameters<QualysApi['updateEntitySecurityHub']>
  >(async (_, __, { rows }) => ({ ...integration, rows, version: 'v2' }));
  const getEntitySecurityHub = jest.fn(async () => integration);
  const { toast } = renderOnEntity(
    <SecurityHubCard />,
    component({ 'qualys.com/security-hub-integrations': HUB_ID }),
    {
      denied: options.denied,
      api: {
        getEntitySummary: async () =>
          summary({ securityHub: [claimedHub(integration)] }),
        getEntitySecurityHub,
        updateEntitySecurityHub,
        ...options.api,
      },
    },
  );
  return { updateEntitySecurityHub, getEntitySecurityHub, toast };
}

/** Opens the form that changes the rows. */
export async function openHubForm() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Edit Commerce' }),
  );
  await screen.findByRole('heading', { name: /Edit Commerce/ });
  await screen.findByRole('button', { name: 'Review changes' });
  return within(screen.getByRole('dialog'));
}

/** What stands in a list, line by line. */
export function linesOf(list: HTMLElement): (string | null)[] {
  return within(list)
    .getAllByRole('listitem')
    .map(line => line.textContent);
}

/** Ticks a region of an account, or takes it off. */
export function toggleRegion(account: string, region: string) {
  return userEvent.click(
    screen.getByRole('checkbox', { name: `${account} in ${region}` }),
  );
}

/** Adds the account of the entity that has no row yet. */
export async function addFreeAccount() {
  await userEvent.selectOptions(screen.getByLabelText('AWS account'), FREE);
  await press('Add account');
}

/** Goes on to what will change. */
export async function reviewHub() {
  await press('Review changes');
  return screen.findByRole('list', { name: 'What will change' });
}
