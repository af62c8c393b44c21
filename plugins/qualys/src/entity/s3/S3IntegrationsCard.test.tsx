import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClaimedS3Integration } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import { component, minutesAgo, summary } from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import {
  acceptedS3,
  S3_ID,
  s3Integration,
  s3Settings,
} from '../../__testUtils__/s3Fixtures';
import { S3IntegrationsCard } from './S3IntegrationsCard';

const ENTITY = component({ 'qualys.com/s3-integrations': S3_ID });
const OBJECT = {
  entity: { kind: 'component', namespace: 'default', name: 'checkout' },
  subscription: 'main',
  id: S3_ID,
};

function renderCard(
  claims: ClaimedS3Integration[],
  options: { denied?: string[]; api?: Partial<QualysApi> } = {},
) {
  renderOnEntity(<S3IntegrationsCard />, ENTITY, {
    ...options,
    api: {
      getEntitySummary: async () => summary({ s3Integrations: claims }),
      ...options.api,
    },
  });
}

/** The value beside a name. */
async function valueOf(name: string) {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling;
}

describe('S3IntegrationsCard', () => {
  it('shows every setting, and what can be relied on', async () => {
    renderCard([
      acceptedS3(
        s3Integration({
          externalId: {
            by: 'user:default/pat',
            at: minutesAgo(90),
            value: 'US_POD_1-1-x',
            trusted: true,
          },
        }),
      ),
    ]);

    expect(
      await screen.findByRole('heading', { name: 'payments-findings' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Last applied here/)).toHaveTextContent(
      'Last applied here 3 days ago by pat. Changes made in Qualys itself cannot be seen.',
    );
    expect(screen.getByRole('link', { name: /pat/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/pat',
    );
    for (const [name, value] of [
      ['Bucket', 'payments-qualys-findings'],
      ['Region', 'eu-west-2'],
      ['Role', 'arn:aws:iam::012345678901:role/qualys-s3'],
      ['Minimum severity', '3 and higher (Medium)'],
      ['Categories', 'Confirmed and Potential'],
      ['Vulnerability query', 'category: [`Confirmed`, `Potential`]'],
      ['Asset query', 'os: "Linux"'],
      ['Vulnerability information', 'on'],
      ['Result section', 'off'],
      ['Compression', 'on'],
      ['Alerts', 'payments@example.com, oncall@example.com'],
      ['External ID', 'US_POD_1-1-x'],
    ]) {
      expect(await valueOf(name)).toHaveTextContent(value);
    }
    expect(
      screen.getByRole('button', { name: 'Copy External ID' }),
    ).toBeInTheDocument();
  });

  it('says that settings were only entered', async () => {
    renderCard([acceptedS3(s3Integration({ source: 'entered' }))]);

    expect(await screen.findByText(/not applied here yet/)).toHaveTextContent(
      'Entered 3 days ago by pat, not applied here yet.',
    );
  });

  it('asks for the settings where nothing is known', async () => {
    renderCard([
      acceptedS3(
        s3Integration({
          settings: undefined,
          source: undefined,
          settled: undefined,
        }),
      ),
    ]);

    expect(
      await screen.findByText(/enter the current settings once/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: `Enter the current settings of S3 integration ${S3_ID}`,
      }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: /^Edit/ }),
    ).not.toBeInTheDocument();
  });

  it('keeps to itself what several integrations have, until asked', async () => {
    renderCard([
      acceptedS3(s3Integration()),
      acceptedS3(
        s3Integration({ id: '2', settings: s3Settings({ name: 'other' }) }),
      ),
    ]);

    const [summaryOfFirst] = await screen.findAllByText('All settings');
    expect(summaryOfFirst.closest('details')).not.toHaveAttribute('open');
  });

  it('says what everything means where a filter is removed', async () => {
    renderCard([
      acceptedS3(
        s3Integration({
          settings: s3Settings({
            filterQuery: {
              vuln: '',
              asset: '',
              removeVulnFilter: true,
              removeAssetFilter: false,
            },
          }),
        }),
      ),
    ]);

    expect(await valueOf('Categories')).toHaveTextContent(
      'All: the filter is removed',
    );
    expect(await valueOf('Asset query')).toHaveTextContent('none');
  });

  it.each([
    ['open', 'Waiting for a decision'],
    ['rejected', 'Rejected'],
    ['withdrawn', 'Withdrawn'],
  ] as const)('says what an %s claim means', async (state, title) => {
    renderCard([{ subscription: 'main', objectId: S3_ID, state }]);

    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(/the S3 integration/i)).toHaveTextContent(S3_ID);
  });

  it('is never empty', async () => {
    renderCard([]);
    expect(
      await screen.findByText('No S3 integration is named'),
    ).toBeInTheDocument();
  });

  it('names the permission to whoever may not change anything', async () => {
    renderCard([acceptedS3(s3Integration())], {
      denied: ['qualys.s3.update'],
    });

    const name = 'Edit payments-findings';
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    const edit = screen.getByRole('button', { name });
    await userEvent.hover(edit);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'qualys.s3.update',
    );
    await userEvent.click(edit);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await valueOf('Bucket')).toHaveTextContent('payments-qualys');
  });

  it('says which settings were on their way when an answer was lost', async () => {
    renderCard([
      acceptedS3(
        s3Integration({
          uncertain: {
            by: 'user:default/sam',
            at: minutesAgo(25),
            settings: s3Settings({ minSeverity: 4 }),
            externalId: false,
          },
        }),
      ),
    ]);

    const list = await screen.findByRole('list', {
      name: /not known whether the last change took effect/,
    });
    expect(list).toHaveTextContent('Minimum severity 3 → 4Weakening');
    expect(screen.getByText(/Saving again makes it certain/)).toBeVisible();
  });

  const untrusted = s3Integration({
    externalId: {
      by: 'user:default/sam',
      at: minutesAgo(25),
      value: 'US_POD_1-1-new',
      trusted: false,
    },
  });

  it('says so until the role trusts the new external ID', async () => {
    const confirmS3ExternalId = jest.fn(async () =>
      s3Integration({
        version: 'v2',
        externalId: { ...untrusted.externalId!, trusted: true },
      }),
    );
    renderCard([acceptedS3(untrusted)], { api: { confirmS3ExternalId } });

    const title =
      'Nothing is delivered until the role trusts the new external ID';
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(/"sts:ExternalId"/)).toHaveTextContent(
      '"Condition": { "StringEquals": { "sts:ExternalId": "US_POD_1-1-new" } }',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Done, the role trusts it' }),
    );
    expect(confirmS3ExternalId).toHaveBeenCalledWith(OBJECT, 'v1');
    expect(screen.queryByText(title)).not.toBeInTheDocument();
  });

  it('confirms no other external ID than the one that was seen', async () => {
    const current = s3Integration({
      version: 'v2',
      externalId: { ...untrusted.externalId!, value: 'US_POD_1-1-newer' },
    });
    renderCard([acceptedS3(untrusted)], {
      api: {
        confirmS3ExternalId: async () => {
          throw new QualysApiError('Changed.', {
            code: 'preconditionFailed',
            status: 412,
            current,
          });
        },
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Done, the role trusts it' }),
    );
    expect(
      await screen.findByText('It has changed since you began'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show it as it is now' }),
    );
    const card = screen.getByRole('region', { name: 'payments-findings' });
    expect(within(card).getAllByText('US_POD_1-1-newer')).not.toHaveLength(0);
  });
});
