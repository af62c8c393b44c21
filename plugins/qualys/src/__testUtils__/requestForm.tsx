import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectorRequestDetails,
  RequestChoices,
  RequestFindings,
} from 'backstage-plugin-qualys-common';
import { Link, Route, Routes } from 'react-router-dom';
import type { QualysApi } from '../api';
import { RequestFormPage } from '../requests/form';
import { ASSETS_CHOICES } from './connectorFixtures';
import { renderPart, type RenderOptions } from './render';
import {
  connectorRequest,
  requestChoices,
  requestFindings,
  REQUEST_ID,
} from './requestFixtures';

export interface RequestFormOptions extends RenderOptions {
  choices?: RequestChoices;
  /** The draft that the portal has. */
  draft?: ConnectorRequestDetails;
  findings?: RequestFindings;
}

/** Renders the pages of the form, in a portal that keeps drafts as it should. */
export function renderRequestForm(options: RequestFormOptions = {}) {
  let kept = options.draft;
  let saves = 0;
  const keep = (change: Partial<ConnectorRequestDetails>) => {
    saves += 1;
    kept = connectorRequest({
      ...kept,
      ...change,
      version: `r${saves + 1}`,
    });
    return kept;
  };
  const api = {
    getConnectorRequestChoices: jest.fn(
      async () => options.choices ?? requestChoices(),
    ),
    getConnectorRequestAssetsChoices: jest.fn(async () => ASSETS_CHOICES),
    getConnectorRequest: jest.fn(async () => kept!),
    checkConnectorRequest: jest.fn<
      Promise<RequestFindings>,
      Parameters<QualysApi['checkConnectorRequest']>
    >(async () => options.findings ?? requestFindings()),
    createConnectorRequest: jest.fn<
      Promise<ConnectorRequestDetails>,
      Parameters<QualysApi['createConnectorRequest']>
    >(async ({ subscription, provider, settings }) => {
      const { createThrough } = (
        options.choices ?? requestChoices()
      ).subscriptions.find(({ id }) => id === subscription)!;
      kept = connectorRequest({ provider });
      const { access, awsRole } = kept;
      return keep({
        subscription,
        provider,
        createThrough,
        access,
        awsRole,
        settings: { owner: undefined, purpose: undefined, ...settings },
      });
    }),
    saveConnectorRequest: jest.fn<
      Promise<ConnectorRequestDetails>,
      Parameters<QualysApi['saveConnectorRequest']>
    >(async (_, __, { settings }) => {
      // What was handed over for another account is nothing to the new one.
      const { account, partition } = kept!.settings;
      const isOther =
        settings.account !== account || settings.partition !== partition;
      const { externalId } = kept!.access;
      return keep({
        settings,
        ...(isOther && { access: { externalId, keyHeld: false } }),
      });
    }),
    actOnConnectorRequest: jest.fn<
      Promise<ConnectorRequestDetails>,
      [string, string, string, { arn?: string }]
    >(async (_, __, act, body) =>
      act === 'submit'
        ? keep({ state: 'submitted', may: [] })
        : keep({
            access: {
              ...kept!.access,
              ...('arn' in body ? body : { keyHeld: true }),
            },
          }),
    ),
  };
  const { toast } = renderPart(
    <>
      <Link to="/elsewhere">Leave</Link>
      <Routes>
        <Route path="/qualys/requests/new" element={<RequestFormPage />} />
        <Route path="/qualys/requests/:id/edit" element={<RequestFormPage />} />
        <Route path="*" element={<div>Another page</div>} />
      </Routes>
    </>,
    {
      at: '/qualys/requests/new',
      ...options,
      api: { ...api, ...options.api } as Partial<QualysApi>,
    },
  );
  return { ...api, toast };
}

/** Goes on to the next step, and waits until it is there. */
export async function goOn(step: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: step })).toHaveFocus(),
  );
}

/** Puts a text into a field. */
export async function fill(field: RegExp, text: string) {
  const input = await screen.findByLabelText(field);
  await userEvent.clear(input);
  // Each key of a long text would have the whole page rendered anew.
  await userEvent.click(input);
  await userEvent.paste(text);
}

/** The address of the page. */
export function address() {
  return screen.getByTestId('address').textContent;
}

/** The address of the form of the draft that there is. */
export const EDIT = `/qualys/requests/${REQUEST_ID}/edit`;

/** Chooses from a field. */
export async function choose(field: RegExp, option: string) {
  await userEvent.selectOptions(await screen.findByLabelText(field), option);
}

/** Fills in what an AWS connector cannot be asked for without. */
export async function fillWhat() {
  await fill(/^AWS account/, '0123-4567-8901');
  await fill(/^Name/, 'checkout-prod');
  await choose(/^Owner/, 'payments');
  await fill(/^Purpose/, 'The checkout runs in it.');
}
