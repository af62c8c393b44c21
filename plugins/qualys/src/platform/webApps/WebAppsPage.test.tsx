import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CreatedWebApp, Status } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import { claim, component, status } from '../../__testUtils__/fixtures';
import { renderPart, type RenderOptions } from '../../__testUtils__/render';
import { webApp } from '../../__testUtils__/webAppFixtures';
import { WebAppsPage } from './WebAppsPage';

const CLAIM = claim({
  type: 'webApp',
  objectId: '4711',
  objectName: undefined,
});
const CREATED: CreatedWebApp = {
  webApp: webApp({ id: '4720', name: 'Refunds' }),
  entityRef: 'component:default/checkout',
  annotation: { name: 'qualys.com/web-apps', value: '4711, 4720' },
};

function renderPage(options: RenderOptions = {}) {
  const createWebApp = jest.fn<
    Promise<CreatedWebApp>,
    Parameters<QualysApi['createWebApp']>
  >(async () => CREATED);
  const listBindings = jest.fn(async () => ({ items: [CLAIM], totalItems: 1 }));
  const { toast } = renderPart(<WebAppsPage />, {
    entities: [component()],
    ...options,
    api: {
      getStatus: async () => status(),
      listBindings,
      createWebApp,
      ...options.api,
    },
  });
  return { createWebApp, listBindings, toast };
}

async function openForm() {
  await press('Create web application');
  await screen.findByLabelText(/^Address/);
  return within(screen.getByRole('dialog'));
}

async function fill(form: Awaited<ReturnType<typeof openForm>>) {
  await userEvent.type(
    form.getByLabelText(/^Entity/),
    'component:default/checkout',
  );
  await userEvent.type(form.getByLabelText(/^Name/), 'Refunds');
  await userEvent.type(
    form.getByLabelText(/^Address/),
    'https://refunds.example.com',
  );
}

const send = (form: Awaited<ReturnType<typeof openForm>>) =>
  userEvent.click(form.getByRole('button', { name: 'Create web application' }));

describe('WebAppsPage', () => {
  it('shows which web apps entities name', async () => {
    const { listBindings } = renderPage();
    expect(await screen.findByRole('row', { name: /4711/ })).toHaveTextContent(
      /main\/4711.*ledger.*payments.*Open/,
    );
    expect(listBindings).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'webApp' }),
      expect.anything(),
    );
  });

  it('says that there is none', async () => {
    renderPage({
      api: { listBindings: async () => ({ items: [], totalItems: 0 }) },
    });
    expect(
      await screen.findByText('No web application is named'),
    ).toBeInTheDocument();
  });

  it('creates one, and says which line can be added', async () => {
    const { createWebApp, listBindings } = renderPage();
    const form = await openForm();
    await waitFor(() =>
      expect(form.getByLabelText('Subscription')).toHaveValue('main'),
    );
    await fill(form);
    await send(form);

    const line = "qualys.com/web-apps: '4711, 4720'";
    expect(await form.findByText(line)).toBeInTheDocument();
    expect(form.getByText(/bound to/)).toHaveTextContent('main/4720');
    expect(createWebApp).toHaveBeenCalledTimes(1);
    expect(createWebApp).toHaveBeenCalledWith('main', {
      entityRef: 'component:default/checkout',
      settings: { name: 'Refunds', url: 'https://refunds.example.com' },
    });
    await waitFor(() => expect(listBindings).toHaveBeenCalledTimes(2));
    await press('Done');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('begins once it is known which subscriptions there are', async () => {
    let answer: (value: Status) => void = () => {};
    const getStatus = jest.fn(
      () => new Promise<Status>(resolve => (answer = resolve)),
    );
    renderPage({ api: { getStatus } });
    await press('Create web application');
    await waitFor(() => expect(getStatus).toHaveBeenCalled());
    expect(
      screen.getByRole('status', { name: 'Opening the form' }),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Subscription/)).not.toBeInTheDocument();
    answer(status());
    expect(await screen.findByLabelText(/^Subscription/)).toHaveValue('main');
  });

  it('lets who cannot be told the subscriptions name one', async () => {
    const unavailable = new QualysApiError('It cannot be read', {
      code: 'unavailable',
      status: 503,
    });
    renderPage({ api: { getStatus: async () => Promise.reject(unavailable) } });
    const form = await openForm();
    expect(form.getByLabelText(/^Subscription/)).toHaveValue('');
  });

  it('offers the entities that fit', async () => {
    renderPage();
    const form = await openForm();
    const entity = form.getByLabelText(/^Entity/);
    await userEvent.type(entity, 'check');
    await waitFor(() =>
      expect(
        document.querySelector(
          'datalist option[value="component:default/checkout"]',
        ),
      ).toBeInTheDocument(),
    );
    expect(entity).toHaveAttribute('list');
  });

  it('ties each error to its field, and leads to the first', async () => {
    const { createWebApp } = renderPage();
    const form = await openForm();
    await userEvent.type(
      form.getByLabelText(/^Address/),
      'ftp://refunds.example.com',
    );
    await send(form);
    await waitFor(() => expect(form.getByLabelText(/^Entity/)).toHaveFocus());
    expect(form.getByLabelText(/^Address/)).toHaveAccessibleDescription(
      /http:\/\/ or https:\/\//,
    );
    expect(createWebApp).not.toHaveBeenCalled();
  });

  it.each([
    ['conflict', 409, /of this name and address/],
    ['outcomeUnknown', 503, /Trying again is safe/],
  ] as const)(
    'says what happened and keeps what was typed: %s',
    async (code, httpStatus, text) => {
      const { createWebApp } = renderPage();
      createWebApp.mockRejectedValueOnce(
        new QualysApiError('There is one of this name and address', {
          code,
          status: httpStatus,
        }),
      );
      const form = await openForm();
      await fill(form);
      await send(form);
      expect(await form.findByText(text)).toBeInTheDocument();
      expect(form.getByLabelText(/^Name/)).toHaveValue('Refunds');
    },
  );

  it('takes the subscription by its name from who may not see them', async () => {
    const { createWebApp } = renderPage({ denied: ['qualys.status.read'] });
    const form = await openForm();
    await fill(form);
    await send(form);
    await waitFor(() =>
      expect(form.getByLabelText(/^Subscription/)).toHaveFocus(),
    );
    await userEvent.type(form.getByLabelText(/^Subscription/), 'main');
    await send(form);
    await waitFor(() => expect(createWebApp).toHaveBeenCalled());
    expect(createWebApp.mock.calls[0][0]).toBe('main');
  });

  it('names the permission to whoever may not create any', async () => {
    renderPage({ denied: ['qualys.webApp.create'] });
    const name = 'Create web application';
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    await userEvent.hover(screen.getByRole('button', { name }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'qualys.webApp.create',
    );
  });
});
