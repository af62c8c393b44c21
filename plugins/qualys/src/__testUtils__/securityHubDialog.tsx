import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySecurityHub } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../api';
import { SecurityHubCard } from '../entity/securityHub/SecurityHubCard';
import { press } from './dialogs';
import { component, summary } from './fixtures';
import { renderOnEntity } from './render';
import {
  claimedHub,
  entityHub,
  FREE,
  HUB_ID,
  OWN,
} from './securityHubFixtures';

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
  await press('Edit Commerce');
  await screen.findByRole('heading', { name: /Edit Commerce/ });
  await screen.findByRole('button', { name: 'Review changes' });
  return within(screen.getByRole('dialog'));
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

/** Takes a region off one account, and adds another account with a region. */
export async function editRows() {
  await toggleRegion(OWN, 'eu-west-2');
  await addFreeAccount();
  await toggleRegion(FREE, 'us-east-1');
}
