/* The cards and forms of a service while Qualys is down, limited, slow or answers nonsense. */
import { expectAccessible } from './support/axe';
import { expect, openEntity, openTab, signIn, test } from './support/portal';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/checkout';
const CARDS = [
  'connectors-card',
  's3-integrations-card',
  'web-apps-card',
  'security-hub-card',
];

test.afterEach(() => simulator.heal());

const TROUBLES = [
  ['is down', () => simulator.vanish()],
  ['is limited', () => simulator.limit()],
  ['answers HTML', () => simulator.answerHtml()],
  ['takes ten seconds', () => simulator.slow(10_000)],
] as const;

for (const [what, begin] of TROUBLES) {
  test(`every card settles while Qualys ${what}, and a form begins once it is well`, async ({
    page,
    allowComplaints,
  }) => {
    allowComplaints(/status of (429|502|503|504)/);
    await signIn(page, 'Payments engineer');
    await begin();

    await openEntity(page, SERVICE);
    for (const name of CARDS) {
      const card = page.locator(`[data-qualys-part="${name}"]`);
      await expect(card).toBeVisible();
      await expect(card.locator('[aria-busy="true"]')).toHaveCount(0, {
        timeout: 40_000,
      });
      await expect(card).not.toContainText(/undefined|\[object|<html/i);
    }
    await expectAccessible(page);

    // Forms are filled by Qualys itself, so that theirs must wait or say why not.
    await openTab(page, 'Qualys');
    await page.getByRole('link', { name: /payments-fraud-models/ }).click();
    await page.getByRole('button', { name: /^Edit / }).click();
    const dialog = page.getByRole('dialog').first();
    if (what === 'takes ten seconds') {
      await expect(dialog.getByLabel('Name')).toBeVisible({ timeout: 40_000 });
    } else {
      const again = dialog.getByRole('button', { name: /^Try again/ });
      await expect(again).toBeVisible({ timeout: 40_000 });
      await expectAccessible(page);
      await simulator.heal();
      await expect(async () => {
        if (await again.isVisible()) await again.click();
        await expect(dialog.getByLabel('Name')).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 60_000 });
    }
    await simulator.heal();

    if (what === 'is down') {
      await test.step('what was typed stays where saving fails', async () => {
        await dialog.getByLabel('Description').fill('Reads the fraud models');
        await dialog.getByRole('button', { name: 'Review changes' }).click();
        await simulator.vanish();
        await dialog.getByRole('button', { name: 'Save' }).click();
        await expect(
          dialog.getByText(/cannot be reached|could not be reached/).first(),
        ).toBeVisible({ timeout: 40_000 });
        await expectAccessible(page);
        await simulator.heal();
        await dialog.getByRole('button', { name: 'Back' }).click();
        await expect(dialog.getByLabel('Description')).toHaveValue(
          'Reads the fraud models',
        );
      });
    }
  });
}
