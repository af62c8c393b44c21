/* Connectors go missing, and wait until the platform team decides. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, signIn, test, useTheme } from './support/portal';
import { simulator } from './support/simulator';
import { syncNow } from './support/syncs';

const LEAVING = Array.from({ length: 6 }, (_, n) => `leaving-team-${n + 1}`);

test.afterEach(() => simulator.heal());

// Qualys answers slowly, so that there is something to see.
async function watchSync(page: Page) {
  const progress = page.getByRole('group', {
    name: 'How far the sync of Example Corp is',
  });
  await expect(progress).toBeVisible({ timeout: 20_000 });
  await expect(progress.getByRole('progressbar').first()).toBeVisible();
  await expect(progress).toContainText(/read through (Asset|Cloud)/, {
    timeout: 20_000,
  });
  await expectAccessible(page);
  await simulator.heal();
  await expect(progress).toBeHidden({ timeout: 60_000 });
}

test('the platform engineer confirms a held-back removal, and the connectors leave the catalog', async ({
  page,
  allowComplaints,
}) => {
  // The page of an entity that has gone is asked for until it has.
  allowComplaints(/status of 404/);
  await signIn(page, 'Platform engineer');
  const ids: string[] = [];
  for (const name of LEAVING) {
    ids.push(await simulator.addConnector({ provider: 'GCP', name }));
  }
  let entityPage = '';

  await test.step('connectors that are new in Qualys come into the catalog', async () => {
    await page.goto('/qualys/syncs');
    await syncNow(page);
    await expect(page.getByText('248 connectors')).toBeVisible();
    await page.goto('/qualys/connectors?q=leaving-team');
    await page.getByRole('link', { name: LEAVING[0] }).click();
    entityPage = page.url();
    await expect(async () => {
      await page.goto(entityPage);
      await expect(
        page.getByRole('heading', { name: LEAVING[0], level: 2 }),
      ).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('when many go missing at once, none goes without a person', async () => {
    for (const id of ids) await simulator.removeConnector(id);
    await simulator.slow(4_000);
    await page.goto('/qualys/syncs');
    await syncNow(page, watchSync);
    await expect(
      page.getByText('6 GCP connectors are missing in Qualys', { exact: true }),
    ).toBeVisible();
    const missing = page.getByRole('table', { name: /Missing GCP connectors/ });
    for (const name of LEAVING) {
      await expect(missing.getByRole('link', { name })).toBeVisible();
    }
    await expect(page.getByText('248 connectors')).toBeVisible();
    await expectAccessible(page);
    await useTheme(page, 'dark');
    await expect(missing.getByRole('link', { name: LEAVING[0] })).toBeVisible();
    await expectAccessible(page);
    await page.goto(entityPage);
    await expect(
      page.getByRole('heading', { name: LEAVING[0], level: 2 }),
    ).toBeVisible();
  });

  await test.step('the overview says so, and leads to the decision', async () => {
    await page.goto('/qualys');
    await page
      .getByRole('link', {
        name: '6 GCP connectors of Example Corp are missing in Qualys, and wait for a decision.',
      })
      .click();
    await expect(page).toHaveURL(/\/qualys\/syncs/);
  });

  await test.step('once confirmed, they leave the portal and the catalog', async () => {
    await page
      .getByRole('button', { name: /^Confirm removal….*GCP connectors/ })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Remove 6 GCP connectors?');
    await expect(dialog).toContainText('leave the catalog');
    await dialog.getByRole('textbox').fill('The team has left');
    await dialog.getByRole('button', { name: 'Remove 6 connectors' }).click();
    await expect(page.getByText('Removed: 6 GCP connectors.')).toBeVisible();
    await expect(page.getByText(/missing in Qualys/)).toHaveCount(0);
    await expect(page.getByText('242 connectors')).toBeVisible();
    await useTheme(page, 'light');
    await expect(page.getByText('242 connectors')).toBeVisible();
    await expectAccessible(page);

    await expect(async () => {
      await page.goto(entityPage);
      await expect(page.getByText(/Entity not found/i).first()).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 60_000 });
    await page.goto('/qualys/connectors?q=leaving-team');
    await expect(page.getByText('No connector matches')).toBeVisible();
  });
});
