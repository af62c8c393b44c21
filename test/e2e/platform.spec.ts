/* What there is, who owns it and what happened to it. */
import { expectAccessible } from './support/axe';
import {
  expect,
  openEntity,
  openTab,
  signIn,
  test,
  useTheme,
} from './support/portal';
import { keepScreenshot } from './support/screenshots';
import { simulator } from './support/simulator';
import { syncNow } from './support/syncs';

test('the overview shows what there is, and leads to it', async ({ page }) => {
  await signIn(page, 'Platform engineer');
  await page.goto('/qualys');
  const byState = page.getByRole('list', {
    name: 'Connectors of Example Corp by state',
  });
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await expect(
      page.getByRole('link', { name: '242 connectors' }),
    ).toBeVisible();
    await expect(
      byState.getByRole('link', { name: /^Error: \d+$/ }),
    ).toBeVisible();
    await expect(
      page.getByText(/\d+ calls?, \d+ of them for people/).first(),
    ).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, `overview-${theme}`);
  }

  const errors = byState.getByRole('link', { name: /^Error: \d+$/ });
  const count = (await errors.textContent())?.replace('Error: ', '');
  await errors.click();
  await expect(page).toHaveURL(/\/qualys\/connectors\?.*state=error/);
  await expect(page.getByText(`${count} connectors`)).toBeVisible();
});

test('a rule of ownership leads to its connectors, and a team and a system have theirs', async ({
  page,
}) => {
  await signIn(page, 'Platform engineer');
  await page.goto('/qualys/ownership');
  const link = page
    .getByRole('list', { name: 'Rules, in their order' })
    .getByRole('link', { name: /^\d+ connectors?: The payments account$/ });
  const count = (await link.textContent()) ?? '';
  await expectAccessible(page);
  await link.click();
  await expect(page).toHaveURL(/\/qualys\/connectors\?.*rule=/);
  await expect(page.getByText(count, { exact: true })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'payments-checkout-prod' }),
  ).toBeVisible();

  const owned = page.locator('[data-qualys-part="owned-connectors-card"]');
  await openEntity(page, 'group:default/payments');
  await expect(owned).toContainText(/\d+ connectors are owned by this group/);
  await expectAccessible(page);
  await openEntity(page, 'system:default/commerce');
  await expect(owned).toContainText(/\d+ connectors belong to this system/);
  await owned.getByRole('listitem').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/catalog\/default\/resource\//);
});

test('what happens to a connector in Qualys stands in its history', async ({
  page,
}) => {
  const name = 'changing-team';
  await signIn(page, 'Platform engineer');
  const id = await simulator.addConnector({
    provider: 'GCP',
    name,
    state: 'SUCCESS',
  });
  try {
    await page.goto('/qualys/syncs');
    await syncNow(page);
    await simulator.changeConnector(id, {
      state: 'ERROR',
      error: 'The project cannot be read',
    });
    await syncNow(page);
    await page.goto(`/qualys/connectors?q=${name}`);
    await page.getByRole('link', { name }).click();
    await openTab(page, 'Qualys');
    const history = page.getByRole('list', { name: 'History' });
    await expect(history.getByRole('listitem')).toHaveCount(2);
    await expect(history).toContainText('State changed from Success to Error');
    await expect(history).toContainText('Appeared, with the state Success');
    await expectAccessible(page);
  } finally {
    await simulator.removeConnector(id);
    await page.goto('/qualys/syncs');
    await syncNow(page);
  }
  await expect(page.getByText('242 connectors')).toBeVisible();
});
