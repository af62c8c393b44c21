/* Two people at the same settings: nobody overwrites what they have not seen. */
import { expect, openEntity, signIn, test } from './support/portal';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/web-shop';
const S3 = '/partner-integration/';

test('the second of two people gets the difference and not an overwrite', async ({
  browser,
  page: first,
  allowComplaints,
}) => {
  allowComplaints(/status of 412/);
  const card = (page: typeof first) =>
    page.locator('[data-qualys-part="s3-integrations-card"]');
  const dialog = (page: typeof first) => page.getByRole('dialog').first();

  await test.step('one of them enters the settings', async () => {
    await signIn(first, 'Storefront engineer');
    await openEntity(first, SERVICE);
    await card(first)
      .getByRole('button', { name: /^Enter the current settings/ })
      .click();
    const form = dialog(first);
    await form.getByLabel('Name').fill('storefront-findings');
    await form.getByRole('textbox', { name: 'Bucket' }).fill('shop-findings');
    await form.getByLabel(/^Region/).fill('eu-west-1');
    await form
      .getByLabel(/^Role/)
      .fill('arn:aws:iam::048213577190:role/qualys-s3');
    await form
      .getByRole('button', { name: 'Keep as current settings' })
      .click();
    await expect(card(first).getByText(/not applied here yet/)).toBeVisible();
  });

  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn(second, 'Platform engineer');
  await openEntity(second, SERVICE);
  await simulator.clearJournal();

  await test.step('both open the form, and the other one saves first', async () => {
    for (const page of [first, second]) {
      await card(page)
        .getByRole('button', { name: 'Edit storefront-findings' })
        .click();
      await expect(dialog(page).getByLabel('Minimum severity')).toHaveValue(
        '3',
      );
    }
    const form = dialog(second);
    await form.getByLabel('Minimum severity').selectOption('2');
    await form.getByRole('button', { name: 'Review changes' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(card(second).getByText(/Last applied here/)).toBeVisible();
  });

  await test.step('who comes second sees what changed, and goes on on top of it', async () => {
    const form = dialog(first);
    await form.getByLabel('Name').fill('shop-findings');
    await form.getByRole('button', { name: 'Review changes' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(
      form.getByRole('list', { name: 'What changed meanwhile' }),
    ).toContainText(/Minimum severity\s*3\s*→\s*2/);
    await form.getByRole('button', { name: 'Go on from there' }).click();
    await expect(form.getByLabel('Minimum severity')).toHaveValue('2');
    await expect(form.getByLabel('Name')).toHaveValue('shop-findings');
    await form.getByRole('button', { name: 'Review changes' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(
      card(first).getByRole('button', { name: 'Edit shop-findings' }),
    ).toBeVisible();
  });

  expect(await simulator.writes(S3)).toMatchObject([
    { body: { name: 'storefront-findings', minSeverity: '2' } },
    { body: { name: 'shop-findings', minSeverity: '2' } },
  ]);
  await context.close();
});
