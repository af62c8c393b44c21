/* A change of settings by somebody who has a keyboard and nothing else. */
import type { Locator, Page } from '@playwright/test';
import { expect, openEntity, openTab, signIn, test } from './support/portal';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/web-shop';

/** Goes on from where the focus is, until it is at a place. */
async function tabTo(page: Page, place: Locator) {
  await expect(place).toBeVisible({ timeout: 40_000 });
  for (let steps = 0; steps < 120; steps++) {
    if (await place.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(place).toBeFocused();
}

/** Puts another text into the field that has the focus. */
async function retype(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('a team changes a connector with the keyboard alone', async ({ page }) => {
  const dialog = page.getByRole('dialog').first();
  const edit = page.getByRole('button', { name: /^Edit / });
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openEntity(page, SERVICE);
  await openTab(page, 'Qualys');
  const connector = page.getByRole('link', {
    name: /storefront-web-prod 733904861225/,
  });
  await tabTo(page, connector);
  await page.keyboard.press('Enter');
  await tabTo(page, edit);

  await test.step('what is wrong has the focus', async () => {
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByLabel('Minutes'));
    await retype(page, '75');
    // The keyboard does not leave the form while it is open.
    await tabTo(page, dialog.getByRole('button', { name: 'Review changes' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Minutes')).toBeFocused();
    await expect(dialog.getByLabel('Minutes')).toHaveAccessibleDescription(
      /0 to 59/,
    );
  });

  await test.step('nothing is lost by Escape', async () => {
    await page.keyboard.press('Escape');
    const keep = page.getByRole('button', { name: 'Keep editing' });
    await expect(keep).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(keep).toBeHidden();
    await expect(dialog.getByLabel('Minutes')).toHaveValue('75');
  });

  await test.step('it is reviewed and saved', async () => {
    await tabTo(page, dialog.getByLabel('Minutes'));
    await retype(page, '0');
    await tabTo(page, dialog.getByLabel('Description'));
    await retype(page, 'What customers see');
    await tabTo(page, dialog.getByRole('button', { name: 'Review changes' }));
    await page.keyboard.press('Enter');
    await expect(
      dialog.getByRole('heading', { name: 'What will change' }),
    ).toBeFocused();
    await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    // The focus is back where it came from.
    await expect(edit).toBeFocused();
    expect(await simulator.writes('/aws/connectors')).toMatchObject([
      { method: 'PUT', body: { description: 'What customers see' } },
    ]);
  });
});

test('a team looks at its accounts and ticks regions with the keyboard alone', async ({
  page,
}) => {
  const card = page.locator('[data-qualys-part="security-hub-card"]');
  const dialog = page.getByRole('dialog').first();
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  await openEntity(page, SERVICE);
  const edit = card.getByRole('button', { name: 'Edit Commerce' });
  await tabTo(page, edit);
  await page.keyboard.press('Enter');
  const region = dialog.getByRole('checkbox', {
    name: '733904861225 in us-east-1',
  });
  await tabTo(page, region);
  await expect(region).toBeChecked();
  await page.keyboard.press('Space');
  await expect(region).not.toBeChecked();
  const severity = dialog.getByLabel('Account 733904861225: Minimum severity');
  await tabTo(page, severity);
  await page.keyboard.press('ArrowDown');
  await expect(severity).toHaveValue('4');
  await tabTo(page, dialog.getByRole('button', { name: 'Review changes' }));
  await page.keyboard.press('Enter');
  await expect(
    dialog.getByRole('list', { name: 'What will change' }),
  ).toContainText('1 region removed: us-east-1');
  // Where it takes a reason, the focus leads to it.
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(/^Reason/)).toBeFocused();

  await page.keyboard.press('Escape');
  const discard = page.getByRole('button', { name: 'Discard', exact: true });
  await tabTo(page, discard);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(edit).toBeFocused();
  expect(await simulator.writes('securityhub')).toEqual([]);
});
