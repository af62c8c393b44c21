/* The cards and forms of a service on a telephone, in both themes. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import {
  expect,
  openEntity,
  openTab,
  signIn,
  test,
  useTheme,
} from './support/portal';
import { simulator } from './support/simulator';

const WIDTH = 400;

const CARDS = [
  'connectors-card',
  's3-integrations-card',
  'web-apps-card',
  'security-hub-card',
];

/** The forms of the service's page, by the buttons that open them, with something that each has. */
const FORMS: [card: string, button: RegExp, field: RegExp][] = [
  ['s3-integrations-card', /^Enter the current settings/, /^Name/],
  ['web-apps-card', /^Edit Checkout/, /^Name/],
  ['web-apps-card', /^Launch scan of/, /^Name of the scan/],
  [
    'security-hub-card',
    /^Edit Commerce/,
    /^Account 048213577190: Minimum severity/,
  ],
];

/** Those of a connector, on its tab. */
const CONNECTOR_FORMS: [button: RegExp, field: RegExp][] = [
  [/^Edit payments-checkout-prod/, /^Name/],
  [/^Assets and scans of/, /^Add a tag/],
  [/^Switch off/, /^Reason/],
];

const cardOf = (page: Page, name: string) =>
  page.locator(`[data-qualys-part="${name}"]`);

/** Expects that something is no wider than the screen. */
async function expectToFit(place: Locator) {
  const box = await place.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(WIDTH);
}

/**
 * Expects that nothing has to be scrolled sideways to be seen, but for what
 * was made for that, which the keyboard can scroll, too.
 */
async function expectNothingAtTheSide(page: Page) {
  const hiding = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter(
        element =>
          element.scrollWidth > element.clientWidth &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
          element.tabIndex !== 0 &&
          element.closest('[data-qualys-part], main') !== null,
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );
  expect(hiding).toEqual([]);
  const pageWidth = await page.evaluate(
    () => document.documentElement.scrollWidth,
  );
  expect(pageWidth).toBeLessThanOrEqual(WIDTH);
}

async function expectFormToFit(page: Page, open: Locator, field: RegExp) {
  const dialog = page.getByRole('dialog').first();
  await open.click();
  await expect(dialog.getByLabel(field).first()).toBeVisible();
  await expectToFit(dialog);
  await expectNothingAtTheSide(page);
  for (const button of await dialog.getByRole('button').all()) {
    await expectToFit(button);
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^(Cancel|Close)$/ }).click();
  await expect(dialog).toBeHidden();
}

for (const theme of ['light', 'dark'] as const) {
  test(`the cards and forms of a service fit a narrow screen in the ${theme} theme`, async ({
    page,
  }) => {
    test.slow();
    await simulator.clearJournal();
    await signIn(page, 'Payments engineer');
    // The portal keeps its own navigation in another place there.
    await page.setViewportSize({ width: WIDTH, height: 800 });
    await openEntity(page, 'component:default/checkout');
    await useTheme(page, theme);

    await test.step('the cards', async () => {
      for (const name of CARDS) {
        const card = cardOf(page, name);
        await expect(
          card.getByRole('listitem').or(card.getByRole('heading')).first(),
        ).toBeVisible();
        await expect(card.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectToFit(card);
      }
      await expectNothingAtTheSide(page);
      await expectAccessible(page);
    });

    for (const [card, button, field] of FORMS) {
      await test.step(`${button.source}`, () =>
        expectFormToFit(
          page,
          cardOf(page, card).getByRole('button', { name: button }),
          field,
        ));
    }

    await test.step('a connector and its forms', async () => {
      await openTab(page, 'Qualys');
      // In the list, which names the account; the details have a link of that name, too.
      await page
        .getByRole('link', { name: /^payments-checkout-prod \d{12}/ })
        .click();
      await expectToFit(cardOf(page, 'connectors-content'));
      await expectNothingAtTheSide(page);
      await expectAccessible(page);
      for (const [button, field] of CONNECTOR_FORMS) {
        const open = page.getByRole('button', { name: button });
        await expectFormToFit(page, open, field);
      }
    });
    // Looking at all that has changed nothing.
    expect(await simulator.writes('/partner-integration/')).toEqual([]);
  });
}
