import type { Page } from '@playwright/test';
import { expect } from './portal';

/**
 * Starts a sync on the page Syncs, which is open, and waits until it is complete.
 *
 * @param watch - what to look at while it runs
 */
export async function syncNow(
  page: Page,
  watch?: (page: Page) => Promise<void>,
) {
  const runs = page.getByRole('table', { name: /Recent syncs/ });
  const before = await runs.getByRole('row').nth(1).textContent();
  await page.getByRole('button', { name: 'Sync now: Example Corp' }).click();
  await expect(
    page.getByRole('button', { name: /Sync is (starting|running)/ }),
  ).toBeVisible();
  await watch?.(page);
  await expect(async () => {
    const latest = runs.getByRole('row').nth(1);
    await expect(latest).toContainText('Complete');
    expect(await latest.textContent()).not.toBe(before);
  }).toPass({ timeout: 60_000 });
}
