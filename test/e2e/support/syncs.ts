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
  const start = page.getByRole('button', { name: 'Sync now: Example Corp' });
  await start.click();
  await expect(
    page.getByRole('button', { name: /Sync is (starting|running)/ }),
  ).toBeVisible();
  await watch?.(page);
  // The button comes back only when a run that is newer than the click has
  // ended; the rows cannot tell, since the age in them changes by itself.
  await expect(start).toBeVisible({ timeout: 60_000 });
  await expect(
    page
      .getByRole('table', { name: /Recent syncs/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('Complete');
}
