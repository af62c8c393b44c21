/* From a service's page to the platform team's page and back, as people do it. */
import { expectAccessible } from './support/axe';
import {
  expect,
  openEntity,
  openTab,
  signIn,
  signOut,
  test,
  useTheme,
} from './support/portal';
import { keepScreenshot } from './support/screenshots';

test('a team sees its connectors, and a claim that the platform team accepts', async ({
  page,
}) => {
  await test.step('a member of the team opens a service and sees its connectors', async () => {
    await signIn(page, 'Payments engineer');
    await page.getByRole('link', { name: 'Checkout' }).first().click();
    const card = page.locator('[data-qualys-part="connectors-card"]');
    await expect(card.getByText('payments-checkout-prod')).toBeVisible();
    await expect(card.getByText('048213577190')).toBeVisible();
    await expect(card.getByText('Success').first()).toBeVisible();
    await expect(card.getByText(/Last sync .* ago/).first()).toBeVisible();
    await expect(card.getByText('Error', { exact: true })).toBeVisible();
    await expect(
      card.getByText(/is not authorized to perform: sts:AssumeRole/),
    ).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'service-light');
    await useTheme(page, 'dark');
    await expect(card.getByText('payments-checkout-prod')).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'service-dark');
  });

  await test.step('the tab has the details, and the errors of the one that fails', async () => {
    await openTab(page, 'Qualys');
    await page.getByRole('link', { name: /payments-card-vault-prod/ }).click();
    await expect(
      page.getByRole('heading', { name: 'payments-card-vault-prod' }),
    ).toBeVisible();
    await expect(page.getByText('418820375514').first()).toBeVisible();
    const errors = page.getByRole('table', { name: 'Errors' });
    await expect(errors.getByRole('row')).toHaveCount(4);
    await expectAccessible(page);
    await useTheme(page, 'light');
    await expect(errors.getByRole('row')).toHaveCount(4);
    await expectAccessible(page);
    await keepScreenshot(page, 'connector-light');
  });

  await test.step('a claim that nobody has accepted shows nothing', async () => {
    await openEntity(page, 'component:default/ledger');
    await expect(page.getByText('Waiting for a decision')).toBeVisible();
    await expect(page.getByText('payments-ledger-prod')).toHaveCount(0);
    await expectAccessible(page);
    await signOut(page);
  });

  await test.step('the platform engineer finds every connector, and those in error', async () => {
    await signIn(page, 'Platform engineer');
    await page.getByRole('link', { name: 'Qualys' }).click();
    await expect(
      page.getByRole('link', { name: '1 claim waits for a decision.' }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: '242 connectors' }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Connectors' }).click();
    await expect(page.getByText('242 connectors')).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'platform-light');

    await page.getByRole('combobox', { name: 'State' }).selectOption('Error');
    await expect(page).toHaveURL(/state=error/);
    await expect(page.getByText('242 connectors')).toHaveCount(0);
    const rows = page.getByRole('table').getByRole('row');
    await expect(rows.nth(1)).toContainText('Error');
    for (const row of (await rows.all()).slice(1)) {
      await expect(row).toContainText('Error');
    }
    await useTheme(page, 'dark');
    await expect(rows.nth(1)).toContainText('Error');
    await expectAccessible(page);
    await keepScreenshot(page, 'platform-dark');
  });

  await test.step('a connector leads to its own entity in the catalog', async () => {
    await page.getByLabel('Search').last().fill('payments-card-vault-prod');
    await page.getByRole('link', { name: 'payments-card-vault-prod' }).click();
    await expect(page).toHaveURL(/\/catalog\/default\/resource\/aws-/);
    await expect(
      page.getByRole('heading', { name: 'payments-card-vault-prod', level: 2 }),
    ).toBeVisible();
    await openTab(page, 'Qualys');
    await expect(page.getByText('418820375514').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the platform engineer accepts the claim', async () => {
    await page.goto('/qualys');
    await page.getByRole('tab', { name: 'Claims' }).click();
    const row = page.getByRole('row', { name: /Ledger/ });
    await expect(row).toContainText('payments-ledger-prod');
    await expectAccessible(page);
    await row.getByRole('button', { name: /Accept/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Accept this claim?');
    await dialog.getByRole('textbox').fill('Agreed with the payments team');
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText('No open claims')).toBeVisible();
    await useTheme(page, 'light');
    await expectAccessible(page);
    await signOut(page);
  });

  await test.step('the team sees its connector', async () => {
    await signIn(page, 'Payments engineer');
    await openEntity(page, 'component:default/ledger');
    await expect(page.getByText('payments-ledger-prod')).toBeVisible();
    await expectAccessible(page);
  });
});
