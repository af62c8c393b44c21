/* What each role sees of the plugin, and what it does not. */
import { expectAccessible } from './support/axe';
import { expect, openEntity, signIn, test } from './support/portal';

test('a member of another team sees the service and not the platform page', async ({
  page,
  allowComplaints,
}) => {
  // The entity of a connector explains the refusal; the browser reports the answer too.
  allowComplaints(/status of 403/);
  await signIn(page, 'Storefront engineer');
  await openEntity(page, 'component:default/checkout');
  await expect(page.getByText('payments-checkout-prod')).toBeVisible();

  await page.goto('/qualys');
  await expect(
    page.getByText('You are not allowed to see this').first(),
  ).toBeVisible();
  await expect(page.getByText(/qualys\.status\.read/)).toBeVisible();
  await expectAccessible(page);
  // Who may see one part of the page and not another finds it all the same.
  await page.getByRole('tab', { name: 'Connectors' }).click();
  await expect(page.getByText(/qualys\.connector\.read/)).toBeVisible();

  await openEntity(page, 'component:default/checkout');
  await page
    .getByRole('link', { name: 'payments-checkout-prod in the catalog' })
    .click();
  await expect(page).toHaveURL(/\/catalog\/default\/resource\/aws-/);
  await expect(
    page.getByText('You are not allowed to see this').first(),
  ).toBeVisible();
  // The catalog shows the entity's name, which holds the account; the plugin shows nothing of it.
  await expect(
    page.locator('[data-qualys-part]', { hasText: '048213577190' }),
  ).toHaveCount(0);
});

test('an auditor reads the platform page and can decide nothing', async ({
  page,
}) => {
  await signIn(page, 'Auditor');
  await page.goto('/qualys');
  await expect(
    page.getByRole('heading', { name: 'What needs somebody' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Connectors' }).click();
  // Not the exact number: the connectors that earlier tests asked for are among them.
  await expect(
    page.getByRole('status').filter({ hasText: /^2\d\d connectors$/ }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'Syncs' }).click();
  await expect(
    page.getByRole('button', { name: 'Sync now: Example Corp' }),
  ).toBeDisabled();
  await expectAccessible(page);
});

test('a guest sees what is bound to a service, and nothing of the platform page', async ({
  page,
}) => {
  await signIn(page, 'Guest');
  await openEntity(page, 'component:default/web-shop');
  await expect(page.getByText('storefront-web-prod')).toBeVisible();
  await page.goto('/qualys');
  await expect(
    page.getByText('You are not allowed to see this').first(),
  ).toBeVisible();
});
