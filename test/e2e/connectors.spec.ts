/* What a team does with the connectors of its service: external IDs, keys, assets. */
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

const SERVICE = 'component:default/web-shop';
const dialogOf = (page: Page) => page.getByRole('dialog').first();

async function openConnector(page: Page, name: RegExp) {
  await openEntity(page, SERVICE);
  await openTab(page, 'Qualys');
  await page.getByRole('link', { name }).click();
}

test('a team migrates a legacy external ID, and comes back to it in between', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const dialog = dialogOf(page);
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openConnector(page, /storefront-web-staging/);

  await test.step('the connector cannot be edited, and says what to do', async () => {
    await page.getByRole('button', { name: /^Edit storefront/ }).click();
    await expect(dialog.getByText(/Migrate it first/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('the new external ID is made of what is known', async () => {
    await page.getByRole('button', { name: /^Migrate external ID/ }).click();
    await expect(dialog.getByLabel(/^Qualys POD/)).not.toHaveValue('');
    await expect(dialog.getByLabel(/^Subscription ID/)).toHaveValue(/^\d+$/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Make the external ID' }).click();
    await expect(dialog.getByText(/"sts:ExternalId": \[/)).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'external-id-light');
    expect(await simulator.writes('/aws/connectors')).toEqual([]);
  });

  await test.step('it goes on where it was left, in the other theme too', async () => {
    await useTheme(page, 'dark');
    await expect(
      page.getByText('Its external ID is being migrated'),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Continue/ }).click();
    await expect(dialog.getByText(/"sts:ExternalId": \[/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Give it to Qualys' }).click();
    await expect(dialog.getByText(/^Say why/)).toBeVisible();
    await expect(dialog.getByLabel(/^Reason/)).toBeFocused();
    await dialog
      .getByLabel(/^Reason/)
      .fill('Qualys takes no change without one');
    await dialog.getByRole('button', { name: 'Give it to Qualys' }).click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the old one goes when Qualys has read the account', async () => {
    // It looks by itself; the simulated Qualys takes a minute.
    await expect(dialog.getByText(/"sts:ExternalId": "/)).toBeVisible({
      timeout: 150_000,
    });
    await expectAccessible(page);
    await dialog
      .getByRole('button', { name: 'Done, the old one is removed' })
      .click();
    await expect(dialog.getByText(/^Done: the connector/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(
      page.getByText('Its external ID is being migrated'),
    ).toBeHidden();
    await expect(
      page.getByRole('button', { name: /^Migrate external ID/ }),
    ).toBeHidden();
  });

  expect(await simulator.writes('/aws/connectors')).toMatchObject([
    {
      method: 'PUT',
      body: {
        name: 'storefront-web-staging',
        externalId: expect.stringMatching(/^\w+-\d+-[A-Za-z0-9]{13}$/),
      },
    },
    { method: 'POST', path: expect.stringMatching(/\/connectors\/run$/) },
  ]);
});

test('a team renews a key, and is told when it expires', async ({ page }) => {
  const dialog = dialogOf(page);
  const KEY = 'a-secret-that-nobody-sees';
  const expiresOn = new Date(Date.now() + 12 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openConnector(page, /storefront-cms-prod/);

  await page.getByRole('button', { name: /^Renew key/ }).click();
  await dialog.getByRole('button', { name: 'Renew key' }).click();
  await expect(dialog.getByLabel(/^New authentication key/)).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel(/^New authentication key/).fill(KEY);
  await dialog.getByLabel('Expires on').fill(expiresOn);
  await dialog.getByRole('button', { name: 'Renew key' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Key expires in 12 days/)).toBeVisible();
  await expect(page.getByText(/^Qualys has the new key/)).toBeHidden();
  await expectAccessible(page);
  expect(await simulator.writes('/azure/connectors')).toMatchObject([
    { method: 'PUT', body: { name: 'storefront-cms-prod' } },
  ]);

  await page.getByRole('button', { name: /^Changes of/ }).click();
  await expect(dialog.getByText(/Key renewed/)).toBeVisible();
  await expect(
    dialog.getByText(/another one, which is not shown/),
  ).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(KEY)).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await useTheme(page, 'dark');
  await openEntity(page, SERVICE);
  await expect(page.getByText(/Key expires in 12 days/)).toBeVisible();
  await expectAccessible(page);
});

test('a team gives the assets of its connector a tag, and has the account scanned', async ({
  page,
}) => {
  const dialog = dialogOf(page);
  const AM = '/update/am/awsassetdataconnector';
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openConnector(page, /storefront-web-prod/);
  await page.getByRole('button', { name: /^Assets and scans of/ }).click();
  await dialog.getByLabel('Add a tag').fill('payments');
  await dialog.getByRole('button', { name: 'Add this tag' }).click();
  await expect(
    dialog.getByRole('button', { name: 'Remove the tag payments' }),
  ).toBeVisible();
  await dialog.getByLabel('Scan the account').check();
  await dialog.getByLabel('Configuration').selectOption('own');
  await dialog.getByRole('button', { name: 'Review changes' }).click();
  await expect(dialog.getByLabel(/^Option profile/)).toBeFocused();
  await expectAccessible(page);
  await dialog
    .getByLabel(/^Option profile/)
    .selectOption({ label: 'Initial Options' });
  await dialog.getByLabel(/^Prefix/).fill('storefront');
  await expect(
    dialog.getByText(/will be called storefront-\d+-/),
  ).toBeVisible();
  await dialog.getByLabel('Recurrence').selectOption('DAILY');
  await dialog.getByLabel(/^Start date/).fill('2030-05-31');
  await dialog.getByLabel(/^Start time/).fill('03:30');
  await dialog.getByLabel(/^Time zone/).fill('Europe/Berlin');
  await dialog.getByRole('button', { name: 'Review changes' }).click();
  await expect(
    dialog.getByRole('list', { name: 'What will change' }),
  ).toContainText(/payments/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/named “storefront…”/)).toBeVisible();
  expect(await simulator.writes(AM)).toHaveLength(1);
});

test('a member of another team may neither migrate nor renew', async ({
  page,
}) => {
  await simulator.clearJournal();
  await signIn(page, 'Payments engineer');
  await openConnector(page, /storefront-cms-prod/);
  const renew = page.getByRole('button', { name: /^Renew key/ });
  await expect(renew).toHaveAttribute('aria-disabled', 'true');
  await renew.hover();
  await expect(page.getByText(/qualys\.connector\.update/)).toBeVisible();
  await expectAccessible(page);
  expect(await simulator.writes('/connectors')).toEqual([]);
});
