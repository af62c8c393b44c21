import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { themesAreSwapped } from './portal';

const IMAGES = join(__dirname, '../../../docs/images');

/**
 * Renews a picture of the documentation, where UPDATE_SCREENSHOTS is set and the
 * theme is the one that the picture is named after.
 *
 * @param part - what it begins with at its top; what is in view unless given
 */
export async function keepScreenshot(page: Page, name: string, part?: Locator) {
  if (!process.env.UPDATE_SCREENSHOTS || themesAreSwapped()) return;
  await part?.evaluate(element => element.scrollIntoView());
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: join(IMAGES, `${name}.png`),
    animations: 'disabled',
  });
}
