/* What a team changes on the page of its service, and what nobody else can. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import {
  expect,
  openEntity,
  openTab,
  signIn,
  test,
  useTheme,
} from './support/portal';
import { keepScreenshot } from './support/screenshots';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/checkout';
const S3 = '/partner-integration/';

const s3Card = (page: Page) =>
  page.locator('[data-qualys-part="s3-integrations-card"]');
const dialogOf = (page: Page) => page.getByRole('dialog').first();

test('a team enters the settings of its S3 integration, changes them and gets a new external ID', async ({
  page,
}) => {
  const card = s3Card(page);
  const dialog = dialogOf(page);
  await simulator.clearJournal();

  await test.step('nothing is known at first, and entering it sends nothing', async () => {
    await signIn(page, 'Payments engineer');
    await openEntity(page, SERVICE);
    await expect(card.getByText(/settings are not known yet/)).toBeVisible();
    await expectAccessible(page);
    await card
      .getByRole('button', { name: /^Enter the current settings/ })
      .click();
    const keep = dialog.getByRole('button', {
      name: 'Keep as current settings',
    });
    await dialog.getByLabel('Name').fill('payments-findings');
    await dialog
      .getByRole('textbox', { name: 'Bucket' })
      .fill('payments-qualys-findings');
    await dialog.getByLabel(/^Region/).fill('eu-west-1');
    await dialog.getByLabel(/^Role/).fill('not a role');
    await keep.click();
    await expect(
      dialog.getByText(/must be the ARN of an IAM role/),
    ).toBeVisible();
    await expect(dialog.getByLabel(/^Role/)).toBeFocused();
    await expectAccessible(page);
    await dialog
      .getByLabel(/^Role/)
      .fill('arn:aws:iam::048213577190:role/qualys-s3');
    await keep.click();
    await expect(card.getByText(/not applied here yet/)).toBeVisible();
    expect(await simulator.writes(S3)).toEqual([]);
  });

  await test.step('a weakening is shown in words, and takes a reason', async () => {
    await useTheme(page, 'dark');
    await card.getByRole('button', { name: 'Edit payments-findings' }).click();
    await dialog.getByLabel('Minimum severity').selectOption('4');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await expect(
      dialog.getByRole('list', { name: 'What will change' }),
    ).toContainText(/Minimum severity\s*3\s*→\s*4/);
    await expect(dialog.getByText('Weakening').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/^Say why/)).toBeVisible();
    await expectAccessible(page);
    await dialog
      .getByLabel(/^Reason/)
      .fill('Nobody has read the findings of severity 3');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText(/Last applied here/)).toBeVisible();
    expect(await simulator.writes(S3)).toEqual([
      {
        method: 'PUT',
        path: '/partner-integration/aws/s3/1001/vm',
        body: expect.objectContaining({
          name: 'payments-findings',
          minSeverity: '4',
          regenerateExternalId: false,
          filterQuery: expect.objectContaining({
            vuln: expect.stringContaining('category'),
          }),
        }),
      },
    ]);
    await expectAccessible(page);
  });

  await test.step('the history says who did it and why', async () => {
    await card
      .getByRole('button', { name: 'History of payments-findings' })
      .click();
    await expect(dialog.getByText(/findings of severity 3/)).toBeVisible();
    await expect(dialog.getByText('Present settings entered')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a new external ID stays announced until the role trusts it', async () => {
    await useTheme(page, 'light');
    await simulator.clearJournal();
    await card.getByRole('button', { name: /^New external ID/ }).click();
    await dialog.getByLabel(/^Reason/).fill('The old one was in a screenshot');
    await dialog.getByRole('checkbox').check();
    await dialog
      .getByRole('button', { name: 'Make a new external ID' })
      .click();
    await expect(dialog.getByText(/sts:ExternalId/).first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await simulator.writes(S3)).toMatchObject([
      { body: { regenerateExternalId: true, minSeverity: '4' } },
    ]);
    await page.reload();
    await expect(card.getByText(/Nothing is delivered until/)).toBeVisible();
    await keepScreenshot(page, 's3-light', card);
    await card
      .getByRole('button', { name: 'Done, the role trusts it' })
      .click();
    await expect(card.getByText(/Nothing is delivered until/)).toBeHidden();
  });
});

test('a team switches a connector off for a reason, and on again', async ({
  page,
}) => {
  const dialog = dialogOf(page);
  await simulator.clearJournal();
  await signIn(page, 'Payments engineer');
  await openEntity(page, SERVICE);
  await openTab(page, 'Qualys');
  await page.getByRole('link', { name: /payments-fraud-models/ }).click();
  await page.getByRole('button', { name: /^Switch off/ }).click();
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(dialog.getByText(/^Say why/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(/^Reason/).fill('The project is being moved');
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: /^Switch on/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Switch on/ }).click();
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('button', { name: /^Switch off/ })).toBeVisible();
  expect(await simulator.writes('/gcp/connectors')).toMatchObject([
    { method: 'PATCH', path: expect.stringMatching(/disable$/) },
    { method: 'PATCH', path: expect.stringMatching(/enable$/) },
  ]);
});

test('a member of another team sees the settings and changes none of them', async ({
  page,
}) => {
  const card = s3Card(page);
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openEntity(page, SERVICE);
  const first = card.getByRole('button', { name: /^(Edit|Enter)/ }).first();
  await expect(first).toHaveAttribute('aria-disabled', 'true');
  await first.hover();
  await expect(page.getByText(/qualys\.s3\.update/)).toBeVisible();
  await expectAccessible(page);
  await openTab(page, 'Qualys');
  await expect(
    page.getByRole('button', { name: /^Switch off/ }),
  ).toHaveAttribute('aria-disabled', 'true');

  expect(await simulator.writes(S3)).toEqual([]);
  expect(await simulator.writes('/connectors/connectors/')).toEqual([]);
});
