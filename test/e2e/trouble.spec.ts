/* The cards and forms of a service while Qualys is down, limited, slow or answers nonsense. */
import type { Locator, Page } from '@playwright/test';
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

/** A form of a card that Qualys itself fills. */
interface CardForm {
  card: string;
  edit: string;
  /** One of its fields, and another value for it. */
  field: (dialog: Locator) => Locator;
  type: (field: Locator) => Promise<unknown>;
  typed: string;
}

const CARD_FORMS: CardForm[] = [
  {
    card: 'security-hub-card',
    edit: 'Edit Commerce',
    field: dialog =>
      dialog.getByLabel('Account 048213577190: Minimum severity'),
    type: field => field.selectOption('1'),
    typed: '1',
  },
  {
    card: 'web-apps-card',
    edit: 'Edit Checkout',
    field: dialog => dialog.getByLabel('Name'),
    type: field => field.fill('Checkout of the shop'),
    typed: 'Checkout of the shop',
  },
];

const cardOf = (page: Page, name: string) =>
  page.locator(`[data-qualys-part="${name}"]`);

/** Closes a form without saving what was typed. */
async function discard(dialog: Locator) {
  const page = dialog.page();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Sends what was typed while Qualys is in trouble, and finds it again. */
async function loseNothing(
  dialog: Locator,
  form: Pick<CardForm, 'field' | 'type' | 'typed'>,
  begin: () => Promise<unknown>,
  why: RegExp,
) {
  await form.type(form.field(dialog));
  await dialog.getByRole('button', { name: 'Review changes' }).click();
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toBeVisible();
  await begin();
  await save.click();
  await expect(dialog.getByText(why).first()).toBeVisible({ timeout: 40_000 });
  await expectAccessible(dialog.page());
  await simulator.heal();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(form.field(dialog)).toHaveValue(form.typed);
  await discard(dialog);
}

for (const [what, begin] of TROUBLES) {
  test(`the forms of the cards say so while Qualys ${what}, and begin once it is well`, async ({
    page,
    allowComplaints,
  }) => {
    test.slow();
    allowComplaints(/status of (429|502|503|504)/);
    const dialog = page.getByRole('dialog').first();
    const again = dialog.getByRole('button', { name: /^Try again/ });
    await signIn(page, 'Payments engineer');
    await openEntity(page, SERVICE);

    for (const form of CARD_FORMS) {
      const edit = cardOf(page, form.card).getByRole('button', {
        name: form.edit,
      });
      const field = form.field(dialog);
      await test.step(`${form.edit}`, async () => {
        await expect(edit).toBeVisible();
        await begin();
        if (what === 'takes ten seconds') {
          await edit.click();
          await expect(field).toBeVisible({ timeout: 60_000 });
          await simulator.heal();
        } else {
          await expect(async () => {
            // What the card has just been read with is good for a form, too.
            if (await field.isVisible()) {
              await dialog.getByRole('button', { name: 'Cancel' }).click();
              await expect(dialog).toBeHidden();
            }
            if (!(await dialog.isVisible())) await edit.click();
            await expect(again).toBeVisible({ timeout: 10_000 });
          }).toPass({ timeout: 90_000 });
          await expectAccessible(page);
          await simulator.heal();
          await expect(async () => {
            if (await again.isVisible()) await again.click();
            await expect(field).toBeVisible({ timeout: 5_000 });
          }).toPass({ timeout: 60_000 });
        }
        if (what === 'is down') {
          const why = /cannot be reached|could not be reached/;
          await loseNothing(dialog, form, begin, why);
        } else {
          await dialog.getByRole('button', { name: 'Cancel' }).click();
          await expect(dialog).toBeHidden();
        }
      });
    }

    await test.step('the form of S3 begins with what the portal keeps', async () => {
      const card = cardOf(page, 's3-integrations-card');
      const edit = card.getByRole('button', { name: 'Edit payments-findings' });
      const enter = card.getByRole('button', {
        name: /^Enter the current settings/,
      });
      await expect(enter).toBeVisible();
      await begin();
      if (!(await edit.isVisible())) {
        // Entering them sends nothing, so that it takes no Qualys.
        await enter.click();
        await dialog.getByLabel('Name').fill('payments-findings');
        await dialog
          .getByRole('textbox', { name: 'Bucket' })
          .fill('payments-qualys-findings');
        await dialog.getByLabel(/^Region/).fill('eu-west-1');
        await dialog
          .getByLabel(/^Role/)
          .fill('arn:aws:iam::048213577190:role/qualys-s3');
        await dialog
          .getByRole('button', { name: 'Keep as current settings' })
          .click();
      }
      await edit.click();
      await expect(dialog.getByLabel('Name')).toHaveValue('payments-findings');
      await expectAccessible(page);
      if (what === 'is limited') {
        const form = {
          field: (of: Locator) => of.getByLabel('Name'),
          type: (field: Locator) => field.fill('payments-findings-2'),
          typed: 'payments-findings-2',
        };
        const why = /Too many requests|Limited until/;
        await loseNothing(dialog, form, begin, why);
      } else {
        await dialog.getByRole('button', { name: 'Cancel' }).click();
      }
      await expect(dialog).toBeHidden();
      await simulator.heal();
    });
  });
}
