/* What comes from Qualys and from people is a text, whatever it looks like. */
import { screen } from '@testing-library/react';
import { press, retype } from '../__testUtils__/dialogs';
import {
  accepted,
  component,
  connectorInError,
  summary,
} from '../__testUtils__/fixtures';
import { renderOnEntity } from '../__testUtils__/render';
import { openS3Form, renderS3Card } from '../__testUtils__/s3Dialog';
import {
  s3Integration,
  s3Settings,
  settingsEntry,
} from '../__testUtils__/s3Fixtures';
import { renderHubCard } from '../__testUtils__/securityHubDialog';
import { entityHub, hubRow, OWN } from '../__testUtils__/securityHubFixtures';
import { renderWebAppsCard } from '../__testUtils__/webAppDialog';
import { scan, scanList, webApp } from '../__testUtils__/webAppFixtures';
import { ConnectorsCard } from './ConnectorsCard';

const HTML = '<img src=x onerror=alert(1)>';
// The linter takes such an address for code, as a browser does.
const SCRIPT = ['javascript', 'alert(1)'].join(':');
const named = { id: '1', name: HTML };

const CARDS: Record<string, () => void> = {
  'a connector': () =>
    renderOnEntity(<ConnectorsCard />, component(), {
      api: {
        getEntitySummary: async () =>
          summary({
            connectors: [
              accepted(
                connectorInError({
                  name: HTML,
                  account: HTML,
                  accountAlias: HTML,
                  error: HTML,
                }),
              ),
            ],
          }),
      },
    }),
  'an S3 integration': () =>
    renderS3Card({
      integration: s3Integration({
        settings: s3Settings({
          name: HTML,
          bucketName: HTML,
          bucketRegion: HTML,
          roleArn: HTML,
          errorEmails: [HTML],
          filterQuery: {
            vuln: HTML,
            asset: HTML,
            removeVulnFilter: false,
            removeAssetFilter: false,
          },
        }),
        externalId: {
          value: HTML,
          trusted: false,
          by: 'user:default/pat',
          at: '2026-01-01T00:00:00Z',
        },
      }),
    }),
  'accounts in Security Hub': () =>
    renderHubCard({
      integration: entityHub({
        name: HTML,
        rows: [hubRow(OWN, { baseCategory: HTML, regions: [HTML] })],
        staleBecause: HTML,
      }),
    }),
  'a web app': () =>
    renderWebAppsCard({
      webApp: webApp({
        name: HTML,
        url: SCRIPT,
        config: { defaultDnsOverride: named, cancelScansAt: HTML },
      }),
      scans: scanList({
        items: [
          scan({
            name: HTML,
            type: HTML,
            status: HTML,
            resultsStatus: HTML,
            authStatus: HTML,
            profile: named,
          }),
        ],
      }),
    }),
};

/** Expects that nothing of it has become anything else than a text. */
function expectHarmless() {
  const made = '[src="x"], [onerror], a[href^="javascript:" i]';
  expect(document.querySelector(made)).toBeNull();
  // Nor is a sign of it written in another way.
  expect(document.body).not.toHaveTextContent('&lt;');
}

describe('texts that look like code', () => {
  it.each(Object.keys(CARDS))('are texts on the card of %s', async card => {
    CARDS[card]();
    expect((await screen.findAllByText(HTML))[0]).toBeInTheDocument();
    expectHarmless();
  });

  it('are texts in a form, in its review and in the history', async () => {
    renderS3Card({
      api: {
        getEntityHistory: async () => ({
          items: [
            settingsEntry({
              reason: HTML,
              changes: [
                {
                  setting: 'bucketName',
                  effect: 'neutral',
                  before: HTML,
                  after: 'another',
                },
                { setting: HTML, effect: 'neutral', after: HTML },
              ],
            }),
          ],
        }),
      },
    });
    const form = await openS3Form();
    await retype(form.getByLabelText(/^Name/), HTML);
    await press('Review changes');
    expect(
      await form.findByRole('list', { name: 'What will change' }),
    ).toHaveTextContent(HTML);
    expectHarmless();
    await press('Cancel');
    await press('Discard');

    await press(/^History of/);
    expect(await screen.findByText(`Reason: ${HTML}`)).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'What was changed' }),
    ).toHaveTextContent(`Bucket ${HTML} → another`);
    expectHarmless();
  });
});
