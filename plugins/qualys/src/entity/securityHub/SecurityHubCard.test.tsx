import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError, type QualysApi } from '../../api';
import { component, minutesAgo, summary } from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import {
  HUB_OBJECT,
  renderHubCard,
} from '../../__testUtils__/securityHubDialog';
import {
  claimedHub,
  entityHub,
  FREE,
  HUB_ID,
  hubRow,
  OWN,
  SECOND,
} from '../../__testUtils__/securityHubFixtures';
import { SecurityHubCard } from './SecurityHubCard';

/** The cells of the matrix, row by row. */
async function matrix() {
  const table = await screen.findByRole('table', {
    name: 'Accounts and regions of Commerce',
  });
  return within(table)
    .getAllByRole<HTMLTableRowElement>('row')
    .map(row =>
      [...row.cells]
        .filter(cell => !cell.hasAttribute('aria-hidden'))
        .map(cell => cell.textContent),
    );
}

describe('SecurityHubCard', () => {
  it('shows the accounts by regions, in words for those who do not see it', async () => {
    renderHubCard();

    expect(
      await screen.findByRole('heading', { name: 'Commerce' }),
    ).toBeInTheDocument();
    expect(await matrix()).toEqual([
      [
        'AWS account',
        'Minimum severity',
        'Lowest category',
        'eu-west-1',
        'eu-west-2',
        'us-east-1',
      ],
      [
        OWN,
        '3 and higher (Medium)',
        'Potential',
        'posted',
        'posted',
        'not posted',
      ],
      [
        SECOND,
        '4 and higher (High)',
        'Confirmed',
        'not posted',
        'not posted',
        'posted',
      ],
      [FREE, 'Not in the integration: nothing of it is posted'],
      ['Together', '2 accounts', '1', '1', '1'],
    ]);
    expect(screen.getByText(/2 accounts in 3 regions/)).toHaveTextContent(
      '2 accounts in 3 regions · As of 3 minutes ago',
    );
    expect(
      screen.getByText('Integration 34 of the subscription main'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Accounts of other teams stand in this integration/),
    ).toBeInTheDocument();
  });

  it('can be scrolled with the keyboard where it is too wide', async () => {
    renderHubCard();

    const region = await screen.findByRole('region', {
      name: 'Accounts and regions of Commerce',
    });
    expect(region).toHaveAttribute('tabindex', '0');
  });

  it('says that nothing is posted', async () => {
    renderHubCard({
      integration: entityHub({
        rows: [hubRow(OWN, { regions: [] })],
        shared: false,
      }),
    });

    expect(await screen.findByText('Nothing is posted')).toBeInTheDocument();
    expect(
      screen.getByText('No other accounts stand in this integration.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('What AWS itself needs')).not.toBeInTheDocument();
  });

  it('says how old it is where Qualys cannot be asked', async () => {
    renderHubCard({
      integration: entityHub({
        asOf: minutesAgo(120),
        staleBecause: 'Qualys does not answer.',
      }),
    });

    expect(
      await screen.findByText('Qualys does not answer.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/What is shown is as of/)).toHaveTextContent(
      'What is shown is as of 2 hours ago',
    );
  });

  it('says what AWS needs for each account and region', async () => {
    renderHubCard();

    await userEvent.click(await screen.findByText('What AWS itself needs'));
    const accept = screen.getAllByText(/enable-import-findings-for-product/);
    expect(accept.map(one => one.textContent)).toEqual([
      'aws securityhub enable-import-findings-for-product --region eu-west-1 --product-arn arn:aws:securityhub:eu-west-1::product/qualys/qualys-vm\naws securityhub enable-import-findings-for-product --region eu-west-2 --product-arn arn:aws:securityhub:eu-west-2::product/qualys/qualys-vm',
      'aws securityhub enable-import-findings-for-product --region us-east-1 --product-arn arn:aws:securityhub:us-east-1::product/qualys/qualys-vm',
    ]);
    expect(
      screen.getByRole('button', {
        name: `Copy the commands that accept the findings in ${SECOND}`,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/describe-products/)).toBeInTheDocument();
  });

  it('names the partition of the region, and no ARN where it is not known', async () => {
    renderHubCard({
      integration: entityHub({
        rows: [
          hubRow(OWN, { regions: ['cn-north-1', 'us-gov-west-1'] }),
          hubRow(SECOND, { regions: ['us-iso-east-1'] }),
        ],
      }),
    });

    await userEvent.click(await screen.findByText('What AWS itself needs'));
    expect(
      screen.getByText(/enable-import-findings-for-product/).textContent,
    ).toMatch(
      /arn:aws-cn:securityhub:cn-north-1::.*\n.*arn:aws-us-gov:securityhub:us-gov-west-1::/,
    );
    expect(
      screen.getByText(/To which partition of AWS its regions belong/),
    ).toBeInTheDocument();
  });

  it('names the permission to whoever may not change anything', async () => {
    renderHubCard({ denied: ['qualys.securityHub.update'] });

    const name = 'Edit Commerce';
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    await userEvent.hover(screen.getByRole('button', { name }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'qualys.securityHub.update',
    );
    await userEvent.click(screen.getByRole('button', { name }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await matrix()).toHaveLength(5);
  });
});

const ENTITY = component({ 'qualys.com/security-hub-integrations': HUB_ID });

function renderClaims(
  claims: ReturnType<typeof claimedHub>[],
  api: Partial<QualysApi> = {},
) {
  renderOnEntity(<SecurityHubCard />, ENTITY, {
    api: {
      getEntitySummary: async () => summary({ securityHub: claims }),
      ...api,
    },
  });
}

describe('the claims of an entity on accounts in Security Hub', () => {
  it.each([
    ['open', 'Waiting for a decision'],
    ['rejected', 'Rejected'],
    ['withdrawn', 'Withdrawn'],
  ] as const)('say what it means that they are %s', async (state, title) => {
    renderClaims([
      {
        subscription: 'main',
        objectId: HUB_ID,
        accounts: [
          { awsAccount: OWN, state },
          { awsAccount: SECOND, state },
        ],
      },
    ]);

    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(`34/${OWN}, 34/${SECOND}`)).toBeVisible();
  });

  it('show those that are accepted beside those that are not', async () => {
    renderClaims([
      claimedHub(entityHub({ accounts: [OWN], rows: [hubRow(OWN)] }), {
        accounts: [
          { awsAccount: OWN, state: 'accepted' },
          { awsAccount: SECOND, state: 'open' },
        ],
      }),
    ]);

    expect(await matrix()).toHaveLength(2);
    expect(screen.getByText('Waiting for a decision')).toBeInTheDocument();
  });

  it('show several integrations', async () => {
    renderClaims([
      claimedHub(entityHub()),
      claimedHub(entityHub({ id: '35', name: 'Fulfilment' })),
    ]);

    expect(
      await screen.findByRole('region', { name: 'Commerce' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Fulfilment' }),
    ).toBeInTheDocument();
  });

  it('are read from Qualys where the summary does not know them yet', async () => {
    const getEntitySecurityHub = jest
      .fn(async () => entityHub())
      .mockRejectedValueOnce(
        new QualysApiError('Qualys does not answer.', {
          code: 'unavailable',
          status: 503,
        }),
      );
    renderClaims([claimedHub(entityHub(), { integration: undefined })], {
      getEntitySecurityHub,
    });

    expect(
      await screen.findByText('Qualys does not answer.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await matrix()).toHaveLength(5);
    expect(getEntitySecurityHub).toHaveBeenCalledWith(
      HUB_OBJECT,
      expect.not.objectContaining({ fresh: true }),
    );
  });

  it('say that the integration has gone', async () => {
    renderClaims([claimedHub(entityHub(), { integration: undefined })], {
      getEntitySecurityHub: async () => {
        throw new QualysApiError('Not found.', {
          code: 'notFound',
          status: 404,
        });
      },
    });

    expect(await screen.findByText('Not found in Qualys')).toBeInTheDocument();
  });

  it('are never an empty card', async () => {
    renderClaims([]);
    expect(
      await screen.findByText('No AWS account in Security Hub is named'),
    ).toBeInTheDocument();
  });

  it('say what is wrong with the accounts', async () => {
    renderClaims([], {
      getEntitySummary: async () =>
        summary({
          problems: [
            {
              annotation: 'qualys.com/aws-accounts',
              value: '4711',
              message: 'This is not the id of an AWS account',
            },
          ],
        }),
    });
    expect(
      await screen.findByText('“4711”: This is not the id of an AWS account'),
    ).toBeInTheDocument();
  });

  it('say which annotation is missing', async () => {
    renderOnEntity(<SecurityHubCard />, component({}));
    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
    expect(
      screen.getAllByText(/qualys\.com\/security-hub-integrations/),
    ).not.toHaveLength(0);
  });
});
