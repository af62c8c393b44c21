/* What a team does with the web app of its service, and what nobody else can. */
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
const WEB_APP = '17687665';
const SECOND = 1000;

const cardOf = (page: Page) =>
  page.locator('[data-qualys-part="web-apps-card"]');
const dialogOf = (page: Page) => page.getByRole('dialog').first();

test('a team changes the default DNS override of its web app', async ({
  page,
}) => {
  const card = cardOf(page);
  const dialog = dialogOf(page);
  await simulator.clearJournal();

  await test.step('the card shows the web app and its scans', async () => {
    await signIn(page, 'Payments engineer');
    await openEntity(page, SERVICE);
    await expect(
      card.getByRole('heading', { name: 'Checkout', exact: true }),
    ).toBeVisible();
    await expect(card.getByText(/behind the load balancer/)).toBeVisible();
    await expect(card.getByRole('radio')).toHaveCount(4);
    await expectAccessible(page);
    // The keyboard goes along the time line, and its details with it.
    await card.getByRole('radio').last().focus();
    await page.keyboard.press('ArrowLeft');
    await expect(card.getByText(/^Scan of/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(card.getByText('Last scan', { exact: true })).toBeVisible();
  });

  await test.step('another of the records that are assigned becomes the default', async () => {
    await card.getByRole('button', { name: 'Edit Checkout' }).click();
    const override = dialog.getByLabel('Default DNS override');
    await expect(override.getByRole('option')).toHaveCount(2);
    await override.selectOption({ label: await spare(page) });
    await expect(dialog.getByText('203.0.113.18')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await expect(
      dialog.getByRole('list', { name: 'What will change' }),
    ).toContainText(/load balancer.*→.*spare origin/);
    await saveReviewed(page);
    await expect(card.getByText(/the spare origin/)).toBeVisible();
    expect(await simulator.writes('/update/was/')).toEqual([
      {
        method: 'POST',
        path: `/qps/rest/3.0/update/was/webapp/${WEB_APP}`,
        body: {
          ServiceRequest: {
            data: {
              WebApp: {
                config: {
                  defaultDnsOverride: { id: expect.any(Number) },
                  cancelScansAfterNHours: 6,
                },
              },
            },
          },
        },
      },
    ]);
    await expect(page.getByText(/^Saved:/)).toBeHidden();
  });

  await test.step('the history says who did it', async () => {
    await card.getByRole('button', { name: 'History of Checkout' }).click();
    await expect(dialog.getByText(/spare origin/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });
});

test('a team launches a scan, which moves by itself', async ({ page }) => {
  // What moves is seen once in fifteen seconds.
  test.slow();
  const card = cardOf(page);
  const dialog = dialogOf(page);
  let launchedAt: number;
  await simulator.clearJournal();

  await test.step('a scan is launched by who knows what it does', async () => {
    await signIn(page, 'Payments engineer');
    await openEntity(page, SERVICE);
    await useTheme(page, 'dark');
    await expect(card.getByRole('radio')).toHaveCount(4);
    await expectAccessible(page);
    await card.getByRole('button', { name: 'Launch scan of Checkout' }).click();
    await expect(
      dialog.getByText('This is an active test of a live site'),
    ).toBeVisible();
    await expect(
      dialog.getByText('https://checkout.example.com'),
    ).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('Name of the scan').fill('After the release');
    await dialog.getByRole('button', { name: 'Review the scan' }).click();
    await expectAccessible(page);
    launchedAt = await simulator.now();
    await dialog.getByRole('button', { name: 'Launch the scan' }).click();
    await expect(card.getByRole('status').first()).toHaveText('Submitted');
    expect(await simulator.writes('/launch/was/')).toMatchObject([
      {
        body: {
          ServiceRequest: {
            data: {
              WasScan: {
                name: 'After the release',
                type: 'VULNERABILITY',
                target: {
                  webApp: { id: Number(WEB_APP) },
                  webAppAuthRecord: { isDefault: true },
                },
              },
            },
          },
        },
      },
    ]);
    await expect(page.getByText(/^Launched:/)).toBeHidden();
  });

  await test.step('it moves by itself', async () => {
    const status = card.getByRole('status').first();
    for (const [seconds, word] of [
      [40, 'Running'],
      [160, 'Processing'],
    ] as const) {
      await simulator.passTimeUntil(launchedAt + seconds * SECOND);
      await expect(status).toHaveText(word, { timeout: 60_000 });
      await expectAccessible(page);
    }
    await keepScreenshot(page, 'web-apps-dark', card);
    await simulator.passTimeUntil(launchedAt + 240 * SECOND);
    await expect(
      card.getByRole('list', { name: 'How far the scan is' }),
    ).toBeHidden({ timeout: 60_000 });
    await expect(card.getByText('Finished', { exact: true })).toBeVisible();
    await expect(card.getByRole('radio')).toHaveCount(5);
    await useTheme(page, 'light');
    await expectAccessible(page);
    await keepScreenshot(page, 'web-apps-light', card);
  });
});

test('a member of another team sees the web app and changes nothing of it', async ({
  page,
  allowComplaints,
}) => {
  const card = cardOf(page);
  await signIn(page, 'Storefront engineer');
  const request = await asSignedIn(page);
  await openEntity(page, SERVICE);
  await simulator.clearJournal();
  for (const [name, permission] of [
    ['Edit Checkout', /qualys\.webApp\.update/],
    ['Launch scan of Checkout', /qualys\.scan\.run/],
  ] as const) {
    const button = card.getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await button.hover();
    await expect(page.getByText(permission)).toBeVisible();
  }
  await expectAccessible(page);

  allowComplaints(/status of 403/);
  const path = `/api/qualys/v1/entities/component/default/checkout/web-apps/main/${WEB_APP}`;
  const scan = { name: 'x', type: 'DISCOVERY' };
  for (const answer of [
    await request('PATCH', path, { settings: { name: 'Ours' } }),
    await request('POST', `${path}/scans`, scan),
    await request('POST', `${path}/scans/1/cancel`, { reason: 'because' }),
    await request('GET', `${path}/choices`),
    await request('POST', '/api/qualys/v1/web-apps/main', {
      entityRef: SERVICE,
      settings: { name: 'x', url: 'https://x.example.com' },
    }),
  ]) {
    expect(answer).toMatchObject({
      status: 403,
      body: { error: { code: 'permission' } },
    });
  }
  expect(await simulator.writes('/was/')).toEqual([]);
});

test('the platform team creates a web app that is bound at once', async ({
  page,
}) => {
  const dialog = dialogOf(page);
  await simulator.clearJournal();
  await signIn(page, 'Platform engineer');
  await page.goto('/qualys/web-apps');
  await expect(page.getByRole('row', { name: /web.shop/i })).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create web application' }).click();
  await dialog.getByRole('button', { name: 'Create web application' }).click();
  await expect(dialog.getByLabel(/^Entity/)).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel(/^Entity/).fill('component:default/ledger');
  await dialog.getByLabel(/^Name/).fill('Ledger exports');
  await dialog.getByLabel(/^Address/).fill('https://exports.example.com');
  await dialog.getByRole('button', { name: 'Create web application' }).click();
  await expect(
    dialog.getByText(/^qualys\.com\/web-apps: '\d+'$/),
  ).toBeVisible();
  await expectAccessible(page);
  expect(await simulator.writes('/create/was/')).toMatchObject([
    {
      body: {
        ServiceRequest: {
          data: {
            WebApp: {
              name: 'Ledger exports',
              url: 'https://exports.example.com',
            },
          },
        },
      },
    },
  ]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /ledger/i })).toContainText(
    'The portal made it for this entity, which does not name it.',
  );
  await openEntity(page, 'component:default/ledger');
  await expect(
    page
      .locator('[data-qualys-part="web-apps-card"]')
      .getByRole('heading', { name: 'Ledger exports' }),
  ).toBeVisible();
  await expectAccessible(page);
});

/** The label of the spare DNS override, whose id depends on the simulator's data. */
async function spare(page: Page): Promise<string> {
  const labels = await dialogOf(page).getByRole('option').allTextContents();
  return labels.find(label => label.includes('spare origin')) ?? '';
}

/** Saves what is reviewed, and waits until it is. */
async function saveReviewed(page: Page) {
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}
