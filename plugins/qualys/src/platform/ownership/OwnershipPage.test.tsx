import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Ownership } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { ownership, ownershipRule } from '../../__testUtils__/platformFixtures';
import { renderPart } from '../../__testUtils__/render';
import { OwnershipPage } from './OwnershipPage';

function renderPage(
  options: {
    answer?: Ownership;
    getOwnership?: jest.Mock;
    denied?: string[];
  } = {},
) {
  const getOwnership =
    options.getOwnership ?? jest.fn(async () => options.answer ?? ownership());
  renderPart(<OwnershipPage />, {
    api: { getOwnership },
    denied: options.denied,
  });
  return { getOwnership };
}

/** The rules that the page lists. */
async function rules() {
  const list = await screen.findByRole('list', {
    name: 'Rules, in their order',
  });
  return [...list.children] as HTMLElement[];
}

describe('OwnershipPage', () => {
  it('lists the rules in their order, with what each looks at and decides about', async () => {
    renderPage();

    const [first, last, ...others] = await rules();
    expect(others).toEqual([]);
    expect(
      within(first).getByRole('heading', { name: 'payments accounts' }),
    ).toBeInTheDocument();
    expect(first).toHaveTextContent(/^1\./);
    expect(first).toHaveTextContent('Account 012345678901');
    expect(
      within(first).getByRole('link', {
        name: '200 connectors: payments accounts',
      }),
    ).toHaveAttribute('href', '/qualys/connectors?rule=payments+accounts');
    expect(first).toHaveTextContent('83% of all');
    expect(last).toHaveTextContent('Everything that no rule above fits');
    expect(
      within(last).getByRole('link', { name: '40 connectors: default' }),
    ).toHaveAttribute('href', '/qualys/connectors?rule=default');
    expect(
      screen.getByText('Every connector has an owner.'),
    ).toBeInTheDocument();
  });

  it('says what a rule looks at in words, and what it gives', async () => {
    renderPage({
      answer: ownership({
        rules: [
          ownershipRule({
            conditions: [
              { field: 'subscription', values: ['main', 'gov'] },
              { field: 'provider', values: ['aws', 'AZURE', 'GCP'] },
              { field: 'name', values: ['pay*'] },
              { field: 'tag', values: ['Team Payments'] },
              { field: 'group', values: ['Production'] },
            ],
            system: 'system:default/shop',
            namespace: 'payments',
            labels: { 'example.com/stage': 'production' },
          }),
        ],
      }),
    });

    const [rule] = await rules();
    expect(
      within(
        within(rule).getByRole('list', {
          name: 'What the rule payments accounts looks at',
        }),
      )
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Subscription main or gov',
      'Cloud AWS, Azure, or GCP',
      'Name pay*',
      'Tag Team Payments',
      'Group Production',
    ]);
    expect(
      within(rule).getByRole('link', { name: /payments$/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    expect(within(rule).getByRole('link', { name: /shop/ })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    expect(rule).toHaveTextContent('Namespacepayments');
    expect(rule).toHaveTextContent('example.com/stage: production');
  });

  it('folds away the many values of a condition', async () => {
    renderPage({
      answer: ownership({
        rules: [
          ownershipRule({
            conditions: [
              {
                field: 'account',
                values: Array.from({ length: 100 }, (_, index) => `a${index}`),
              },
            ],
          }),
        ],
      }),
    });

    const [rule] = await rules();
    expect(rule).toHaveTextContent('Account a0, a1, a2, a3, a4, a5');
    const summary = within(rule).getByText('or one of 94 more');
    expect(summary.closest('details')).not.toHaveAttribute('open');
    expect(rule).toHaveTextContent('a98, or a99');
  });

  it('warns of an owner and a system that are not in the catalog', async () => {
    renderPage({
      answer: ownership({
        rules: [
          ownershipRule({
            system: 'system:default/gone',
            notFound: ['system:default/gone'],
          }),
          ownershipRule({
            rule: 'other',
            owner: 'group:default/gone',
            notFound: ['group:default/gone'],
          }),
        ],
      }),
    });

    const [first, second] = await rules();
    expect(first).toHaveTextContent(
      'system:default/gone is not in the catalog, or you may not see it there.',
    );
    expect(
      within(first).getByRole('link', { name: /payments$/ }),
    ).toBeInTheDocument();
    expect(second).toHaveTextContent(
      'group:default/gone is not in the catalog',
    );
    expect(
      within(second).queryByRole('link', { name: /gone/ }),
    ).not.toBeInTheDocument();
  });

  it('says quietly which rule decides about nothing', async () => {
    renderPage({
      answer: ownership({ rules: [ownershipRule({ connectors: 0 })] }),
    });

    const [rule] = await rules();
    expect(rule).toHaveTextContent('Decides about no connector');
    expect(
      within(rule).queryByRole('link', { name: /connector/ }),
    ).not.toBeInTheDocument();
  });

  it('tells apart what belongs to those who asked for it', async () => {
    renderPage({
      answer: ownership({
        requested: { rule: 'Requested by the team', connectors: 3 },
      }),
    });

    const requested = await screen.findByRole('region', {
      name: 'Requested by the team',
    });
    expect(
      within(requested).getByRole('link', {
        name: '3 connectors: Requested by the team',
      }),
    ).toHaveAttribute('href', '/qualys/connectors?rule=Requested+by+the+team');
    expect(
      screen.queryByText('Decided by a module of the backend'),
    ).not.toBeInTheDocument();
  });

  it('shows what a module decided, and what nobody owns', async () => {
    renderPage({
      answer: ownership({
        others: [{ rule: 'the asset register', connectors: 1 }],
        unowned: 1_234,
        total: 2_000,
      }),
    });

    const others = await screen.findByRole('region', {
      name: 'Decided by a module of the backend',
    });
    expect(
      within(others).getByRole('link', {
        name: '1 connector: the asset register',
      }),
    ).toHaveAttribute('href', '/qualys/connectors?rule=the+asset+register');
    const unowned = screen.getByRole('region', { name: 'Owned by nobody' });
    expect(
      within(unowned).getByRole('link', {
        name: '1,234 connectors: Owned by nobody',
      }),
    ).toHaveAttribute('href', '/qualys/connectors?owner=none');
  });

  it('says that there are no rules', async () => {
    renderPage({ answer: ownership({ rules: [], unowned: 240 }) });

    expect(await screen.findByText('There are no rules')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Owned by nobody' }),
    ).toHaveTextContent('100% of all');
  });

  it('shows the rules before any connector was read', async () => {
    renderPage({
      answer: ownership({
        total: 0,
        rules: [ownershipRule({ connectors: 0 })],
      }),
    });

    expect(
      await screen.findByText('No connector has been read yet.'),
    ).toBeInTheDocument();
    expect(await rules()).toHaveLength(1);
    expect(
      screen.queryByRole('region', { name: 'Owned by nobody' }),
    ).not.toBeInTheDocument();
  });

  it('says why nothing could be read, and tries again', async () => {
    renderPage({
      getOwnership: jest
        .fn()
        .mockRejectedValueOnce(
          new QualysApiError('Offline.', { code: 'unavailable' }),
        )
        .mockResolvedValue(ownership()),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );

    expect(await rules()).toHaveLength(2);
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const { getOwnership } = renderPage({ denied: ['qualys.connector.read'] });

    expect(
      await screen.findByText('qualys.connector.read'),
    ).toBeInTheDocument();
    expect(getOwnership).not.toHaveBeenCalled();
  });
});
