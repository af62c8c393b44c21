/* Qualys goes away and comes back. */
import { expectAccessible } from './support/axe';
import { expect, openEntity, signIn, test } from './support/portal';
import { simulator } from './support/simulator';

test.afterEach(() => simulator.heal());

test('cards and page go on from the mirror, say how old it is, and heal by themselves', async ({
  page,
}) => {
  await signIn(page, 'Platform engineer');
  await simulator.vanish();

  await page.goto('/qualys/syncs');
  const runs = page.getByRole('table', { name: /Recent syncs/ });
  await page.getByRole('button', { name: 'Sync now: Example Corp' }).click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Failed', {
    timeout: 60_000,
  });
  await expect(page.getByText(/cannot be reached/).first()).toBeVisible();
  await expectAccessible(page);

  await openEntity(page, 'component:default/web-shop');
  await expect(page.getByText('storefront-web-prod')).toBeVisible();
  await expect(page.getByText(/as of .* ago/i).first()).toBeVisible();
  await page.goto('/qualys/connectors');
  await expect(page.getByText('242 connectors')).toBeVisible();

  await simulator.heal();
  await page.goto('/qualys/syncs');
  await page.getByRole('button', { name: 'Sync now: Example Corp' }).click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Complete', {
    timeout: 60_000,
  });
  await openEntity(page, 'component:default/web-shop');
  await expect(page.getByText('storefront-web-prod')).toBeVisible();
  await expect(page.getByText(/did not complete/)).toHaveCount(0);
});

test('a page that fails in a sync removes nothing', async ({ page }) => {
  await signIn(page, 'Platform engineer');
  await simulator.failPage(0);

  await page.goto('/qualys/syncs');
  const runs = page.getByRole('table', { name: /Recent syncs/ });
  await page.getByRole('button', { name: 'Sync now: Example Corp' }).click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Incomplete', {
    timeout: 60_000,
  });

  await page.goto('/qualys/connectors?q=payments-checkout-prod');
  await page.getByRole('link', { name: /^payments-checkout-prod$/ }).click();
  await expect(
    page.getByRole('heading', { name: 'payments-checkout-prod', level: 2 }),
  ).toBeVisible();
  await page.goto('/qualys/connectors');
  await expect(page.getByText('242 connectors')).toBeVisible();
});

test('looking at connectors costs no call to Qualys', async ({ page }) => {
  await signIn(page, 'Platform engineer');
  await simulator.clearJournal();

  await page.goto('/qualys/connectors');
  await expect(page.getByText('242 connectors')).toBeVisible();
  await openEntity(page, 'component:default/web-shop');
  await expect(page.getByText('storefront-web-prod')).toBeVisible();
  await page.goto('/qualys/claims');
  await expect(page.getByRole('heading', { name: 'Claims' })).toBeVisible();

  // A scheduled sync may fall into this test. Web apps and Security Hub are not
  // mirrored: they are asked for once for all who look.
  const others = /\/connectors$|\/search\/am\/|\/was\/|securityhub/i;
  const asked = (await simulator.journal()).filter(
    call => !others.test(call.path),
  );
  expect(asked).toEqual([]);
});
