/* What a team changes of its accounts in AWS Security Hub, what nobody else can, and what the platform team does with whole integrations. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import {
  asSignedIn,
  expect,
  openEntity,
  signIn,
  test,
  useTheme,
} from './support/portal';
import { keepScreenshot } from './support/screenshots';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/checkout';
const HUB = 'securityhub';
const OWN = '048213577190';
const SECOND = '418820375514';
const ADDED = '176034985221';

const hubCard = (page: Page) =>
  page.locator('[data-qualys-part="security-hub-card"]');
const dialogOf = (page: Page) => page.getByRole('dialog').first();

/** The row of an account in a matrix. */
const rowOf = (matrix: ReturnType<Page['locator']>, account: string) =>
  matrix.getByRole('row').filter({
    has: matrix.page().getByRole('rowheader', { name: account }),
  });

test('a team takes a region off one of its accounts and adds another account', async ({
  page,
}) => {
  const card = hubCard(page);
  const dialog = dialogOf(page);
  await simulator.clearJournal();

  await test.step('it sees its own accounts by regions', async () => {
    await signIn(page, 'Payments engineer');
    await openEntity(page, SERVICE);
    await expect(card.getByRole('heading', { name: 'Commerce' })).toBeVisible();
    await expect(card.getByRole('rowheader', { name: SECOND })).toBeVisible();
    await expect(rowOf(card, ADDED)).toContainText('Not in the integration');
    // An account of another team in the same integration.
    await expect(card.getByText('733904861225')).toHaveCount(0);
    await card.getByText('What AWS itself needs').click();
    await expect(
      card.getByText(/enable-import-findings-for-product/).first(),
    ).toBeVisible();
    await expectAccessible(page);
    await card.getByText('What AWS itself needs').click();
    await keepScreenshot(page, 'security-hub-light', card);
    await useTheme(page, 'dark');
    await expect(card.getByRole('heading', { name: 'Commerce' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the change is shown in words and steps, and takes a reason', async () => {
    await card.getByRole('button', { name: 'Edit Commerce' }).click();
    await dialog
      .getByRole('checkbox', { name: `${OWN} in eu-west-2` })
      .uncheck();
    await dialog.getByLabel('AWS account').selectOption(ADDED);
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await expect(dialog.getByText(/^Tick at least one region/)).toBeVisible();
    await expect(
      dialog.getByRole('checkbox', { name: `${ADDED} in eu-west-1` }),
    ).toBeFocused();
    await dialog
      .getByRole('checkbox', { name: `${ADDED} in eu-west-1` })
      .check();
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    const changes = dialog.getByRole('list', { name: 'What will change' });
    await expect(changes).toContainText('1 region removed: eu-west-2');
    await expect(changes).toContainText(`Account ${ADDED} comes in`);
    await expect(
      dialog.getByRole('list', { name: 'How it is done' }),
    ).toContainText(`eu-west-2 of ${OWN}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/^Say why/)).toBeVisible();
    await dialog.getByLabel(/^Reason/).fill('Nothing runs in London any more');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText(/3 accounts in 1 region/)).toBeVisible();
    await expect(rowOf(card, ADDED)).not.toContainText('Not in');
    // The simulated Qualys replaces what it had, so that nothing was left over.
    expect(await simulator.writes(HUB)).toEqual([
      {
        method: 'PUT',
        path: expect.stringMatching(/update\/integration\/.*\/34\/vm$/),
        body: {
          vmConfigs: [
            // The accounts of the other team, as they were.
            {
              minSeverity: 3,
              baseCategory: 'Confirmed',
              awsAccounts: [733904861225],
              regions: ['eu-central-1', 'us-east-1'],
            },
            {
              minSeverity: 5,
              baseCategory: 'Confirmed',
              awsAccounts: [290517648833],
              regions: ['eu-central-1'],
            },
            {
              minSeverity: 3,
              baseCategory: 'Potential',
              awsAccounts: [OWN, Number(ADDED)],
              regions: ['eu-west-1'],
            },
            {
              minSeverity: 4,
              baseCategory: 'Potential',
              awsAccounts: [Number(SECOND)],
              regions: ['eu-west-1'],
            },
          ],
        },
      },
    ]);
    await expect(page.getByText(/^Saved:/)).toBeHidden();
    await expectAccessible(page);
    await keepScreenshot(page, 'security-hub-dark');
  });

  await test.step('the history says who did it and why', async () => {
    await card.getByRole('button', { name: 'History of Commerce' }).click();
    await expect(
      dialog.getByText(/Nothing runs in London any more/),
    ).toBeVisible();
    await expect(dialog.getByText('1 region removed: eu-west-2')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });
});

test('another team sees the accounts and changes none of them', async ({
  page,
}) => {
  const card = hubCard(page);
  await simulator.clearJournal();
  await signIn(page, 'Storefront engineer');
  const request = await asSignedIn(page);
  await openEntity(page, SERVICE);
  const edit = card.getByRole('button', { name: 'Edit Commerce' });
  await expect(edit).toHaveAttribute('aria-disabled', 'true');
  await edit.hover();
  await expect(page.getByText(/qualys\.securityHub\.update/)).toBeVisible();
  await expectAccessible(page);

  // The same call that the form would send, with the rights of this person.
  const path =
    '/api/qualys/v1/entities/component/default/checkout/security-hub/main/34';
  const state = await request('GET', path);
  expect(state.status).toBe(200);
  expect(
    await request('PUT', path, {
      rows: state.body.rows.slice(1),
      reason: 'It is not mine',
    }),
  ).toMatchObject({
    status: 403,
    body: {
      error: { message: expect.stringContaining('qualys.securityHub.update') },
    },
  });
  expect(await simulator.writes(HUB)).toEqual([]);
});

test('the platform team sees the accounts of all teams', async ({ page }) => {
  const commerce = page.getByRole('region', { name: 'Commerce', exact: true });
  await signIn(page, 'Platform engineer');
  await page.goto('/qualys/security-hub');
  await expect(
    commerce.getByRole('rowheader', { name: '733904861225' }),
  ).toBeVisible();
  await expectAccessible(page);
  await keepScreenshot(page, 'security-hub-platform-light');
  await useTheme(page, 'dark');
  await expect(commerce).toBeVisible();
  await expectAccessible(page);
});

test('the platform team creates an integration, renames it and deletes it', async ({
  page,
}) => {
  const dialog = dialogOf(page);
  const shops = page.getByRole('region', { name: 'Shops', exact: true });
  const fresh = page.getByRole('region', { name: 'All shops', exact: true });
  await simulator.clearJournal();

  await test.step('it creates one', async () => {
    await signIn(page, 'Platform engineer');
    await page.goto('/qualys/security-hub');
    await page
      .getByRole('button', { name: 'New integration in Example Corp' })
      .click();
    await dialog.getByLabel('Name').fill('Shops');
    await dialog.getByRole('textbox', { name: 'AWS account' }).fill(ADDED);
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await dialog.getByLabel('AWS region').fill('eu-north-1');
    await dialog.getByRole('button', { name: 'Add region' }).click();
    await dialog
      .getByRole('checkbox', { name: `${ADDED} in eu-north-1` })
      .check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(shops.getByRole('rowheader', { name: ADDED })).toBeVisible();
  });

  await test.step('it renames and empties it', async () => {
    await shops.getByRole('button', { name: 'Rename Shops' }).click();
    await dialog.getByLabel('Name').fill('All shops');
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await fresh.getByRole('button', { name: /^Remove all accounts/ }).click();
    await dialog.getByLabel(/^Type the name/).fill('All shops');
    await dialog.getByLabel(/^Reason/).fill('They have moved');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Remove all accounts' }).click();
    await expect(
      fresh.getByText('Without accounts: it posts nothing'),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it deletes it by typing its name', async () => {
    await fresh.getByRole('button', { name: 'Delete All shops' }).click();
    await dialog.getByLabel(/^Type the name/).fill('Shops');
    await dialog.getByLabel(/^Reason/).fill('They have moved');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(
      dialog.getByText('This is not the name of the integration'),
    ).toBeVisible();
    await dialog.getByLabel(/^Type the name/).fill('All shops');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(fresh).toBeHidden();
    expect(
      (await simulator.writes(HUB)).map(
        ({ method, path }) =>
          `${method} ${path.split('/rest/2.0/')[1].split('/')[0]}`,
      ),
    ).toEqual([
      'POST add',
      'POST add',
      'POST update',
      'POST delete',
      'POST delete',
      'DELETE delete',
    ]);
  });
});
