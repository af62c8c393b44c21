/* How somebody asks for a connector, somebody else decides, and it comes alive. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import {
  asSignedIn,
  expect,
  openEntity,
  signIn,
  signOut,
  test,
  useTheme,
} from './support/portal';
import { keepScreenshot } from './support/screenshots';
import { simulator } from './support/simulator';

const SERVICE = 'component:default/checkout';
/** One that names nothing in Qualys. */
const NEW_SERVICE = 'component:default/refunds';
const API = '/api/qualys/v1/requests';
const MINUTE = 60_000;

/** What Qualys is told to create, and nothing else that changes something. */
const created = async () =>
  (await simulator.writes('/create/am/')).map(({ path }) => path);

const next = (page: Page) =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

/** Lets Qualys come to the end of its first reading. */
const letQualysRead = async () =>
  simulator.passTimeUntil((await simulator.now()) + 2 * MINUTE);

const cardOf = (page: Page) =>
  page.locator('[data-qualys-part="connectors-card"]');

async function fromItsCard(page: Page) {
  await openEntity(page, SERVICE);
  await cardOf(page)
    .getByRole('link', { name: 'Ask for a connector' })
    .or(cardOf(page).getByRole('button', { name: 'Ask for a connector' }))
    .first()
    .click();
}

/** From a page on which there is nothing of Qualys yet but the way to ask. */
async function fromNewService(page: Page) {
  const known = page.waitForResponse(
    /\/entities\/component\/default\/refunds$/i,
  );
  await openEntity(page, NEW_SERVICE);
  expect((await (await known).json()).connectors).toEqual([]);
  const way = page.getByRole('link', { name: 'Connect to Qualys' });
  await expect(way).toBeVisible();
  await expect(page.locator('[data-qualys-part]')).toHaveCount(0);
  await way.click();
}

async function ask(
  page: Page,
  { account, name }: { account: string; name: string },
  openForm = fromItsCard,
) {
  await openForm(page);
  await page.getByLabel(/^Cloud/).selectOption({ label: 'AWS' });
  await next(page);
  await page.getByLabel(/^AWS account/).fill(account);
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Owner/).selectOption('group:default/payments');
  await page
    .getByLabel(/^Purpose/)
    .fill('To see what is open before the audit');
}

const submit = async (page: Page) => {
  await next(page);
  await expect(
    page.getByText('Let Qualys change cloud resources'),
  ).toBeVisible();
  await next(page);
  await page.getByRole('button', { name: 'Go on to the review' }).click();
  await page.getByRole('button', { name: 'Submit the request' }).click();
  await expect(page.getByText('Waiting for a decision').first()).toBeVisible();
};

async function handOver(page: Page, arn: string) {
  await page.getByLabel(/^ARN of the role/).fill(arn);
  await page.getByRole('button', { name: 'Hand over the role' }).click();
}

async function notified(page: Page, title: RegExp) {
  await page.goto('/notifications');
  await expect(page.getByText(title).first()).toBeVisible();
}

test('a team asks for a connector, the platform team approves, and it comes alive', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const account = '048213570101';
  const name = 'payments-sandbox';
  let address = '';
  await simulator.clearJournal();

  await test.step('the form checks what is typed, and keeps a draft', async () => {
    await signIn(page, 'Payments engineer');
    await ask(page, { account: '0482', name }, fromNewService);
    await expectAccessible(page);
    await next(page);
    await expect(page.getByText(/must be an AWS account id/)).toBeVisible();
    // That of another service, which is read already.
    await page.getByLabel(/^AWS account/).fill('048213577190');
    const taken = page.getByText(/The account has a connector already/).first();
    await expect(taken).toBeVisible();
    await page.getByLabel(/^AWS account/).fill(account);
    await expect(taken).toBeHidden();
    await submit(page);
    address = page.url();
    await expectAccessible(page);
    await signOut(page);
  });

  await test.step('the platform team is told, sees no conflicts, and approves', async () => {
    await signIn(page, 'Platform engineer');
    await notified(page, new RegExp(`asks for the AWS connector ${name}`));
    await page.goto('/qualys/requests');
    await page.getByRole('button', { name: /^To decide/ }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByText(/No conflicts were found/)).toBeVisible();
    await keepScreenshot(page, 'request-decide-light');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(account);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Waiting for access').first()).toBeVisible();
    expect(await created()).toEqual([]);
    await signOut(page);
  });

  await test.step('whoever asked is told, and hands the role over', async () => {
    await signIn(page, 'Payments engineer');
    await notified(page, /was approved: now its role is needed/);
    await page.goto(address);
    await page.getByText('With the AWS CLI').click();
    await expect(page.getByText(/aws iam create-role/)).toBeVisible();
    await expect(page.getByText(/sts:ExternalId/).first()).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'request-role-light');
    await useTheme(page, 'dark');
    await expect(page.getByLabel(/^ARN of the role/)).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot(page, 'request-role-dark');
    await useTheme(page, 'light');
    await handOver(page, 'arn:aws:iam::999999999999:role/QualysConnector');
    await expect(
      page.getByText(`must be a role in the account ${account}`),
    ).toBeVisible();
    await handOver(page, `arn:aws:iam::${account}:role/QualysConnector`);
    await expect(
      page.getByText('Being read for the first time').first(),
    ).toBeVisible();
  });

  await test.step('the page follows until Qualys has read the account', async () => {
    await letQualysRead();
    await expect(page.getByText(/Qualys reads the account\./)).toBeVisible({
      timeout: 90_000,
    });
    await expectAccessible(page);
    await keepScreenshot(page, 'request-active-light');
    expect(await created()).toHaveLength(1);
  });

  await test.step('it is in the catalog under the team, and on the page of its service, which does not name it', async () => {
    await page.getByRole('link', { name: name, exact: true }).last().click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByText('Payments team').first()).toBeVisible();
    await openEntity(page, NEW_SERVICE);
    await expect(cardOf(page).getByRole('link', { name })).toBeVisible();
    await expect(page.locator('[data-qualys-part]')).toHaveCount(1);
    await expectAccessible(page);
    await notified(page, new RegExp(`The AWS connector ${name} is active`));
  });
});

test('a request is approved with changes by somebody of another team', async ({
  page,
}) => {
  const agreed = 'payments-as-agreed';
  await signIn(page, 'Payments engineer');
  await ask(page, { account: '048213570103', name: 'payments-as-asked' });
  await submit(page);
  const address = page.url();
  await signOut(page);

  await signIn(page, 'Platform engineer');
  await page.goto(address);
  await page.getByRole('button', { name: 'Approve with changes' }).click();
  const dialog = page.getByRole('dialog');
  const checked = page.waitForResponse(
    response =>
      response.url().endsWith('/requests/check') &&
      (response.request().postData() ?? '').includes(agreed),
  );
  await dialog.getByLabel(/^Name/).fill(agreed);
  await checked;
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Review changes' }).click();
  await expect(
    dialog.getByRole('list', { name: 'What will change' }),
  ).toContainText(agreed);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: agreed })).toBeVisible();
  await expect(page.getByText('Waiting for access').first()).toBeVisible();
  await expectAccessible(page);
});

test('a request is rejected with a reason', async ({ page }) => {
  const name = 'payments-elsewhere';
  const why = 'This account is closed next week';
  await signIn(page, 'Payments engineer');
  await ask(page, { account: '048213570102', name });
  await submit(page);
  const address = page.url();
  await signOut(page);

  await signIn(page, 'Platform engineer');
  await page.goto(address);
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByLabel(/reason|why/i).fill(why);
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(dialog).toBeHidden();
  await signOut(page);

  await signIn(page, 'Payments engineer');
  await page.goto(address);
  await expect(page.getByText(`It was decided against: ${why}`)).toBeVisible();
  await expectAccessible(page);
});

test('a failure is mended and tried again, and nothing is created twice', async ({
  page,
}) => {
  test.setTimeout(300_000);
  // Of an account that a rule of the demo approves by itself.
  const account = '900000000103';
  await signIn(page, 'Payments engineer');
  await ask(page, { account, name: 'sandbox-to-mend' });
  await simulator.clearJournal();
  await next(page);
  await next(page);
  await page.getByRole('button', { name: 'Go on to the review' }).click();
  await page.getByRole('button', { name: 'Submit the request' }).click();
  await expect(
    page.getByText(/by the rule “Sandbox accounts”/).first(),
  ).toBeVisible();

  await handOver(page, `arn:aws:iam::${account}:role/missing-role`);
  await expect(
    page.getByText('Being read for the first time').first(),
  ).toBeVisible();
  await letQualysRead();
  await expect(
    page.getByText('AWS did not let Qualys assume the role').first(),
  ).toBeVisible({ timeout: 90_000 });
  await expect(
    page.getByText(/not authorized to perform/).first(),
  ).toBeVisible();
  await expectAccessible(page);
  await keepScreenshot(page, 'request-failed-light');

  await page.getByText('Give another role or key').click();
  const mended = `arn:aws:iam::${account}:role/QualysConnector`;
  await handOver(page, mended);
  await expect(page.getByText(mended, { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Try again', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Try again', exact: true })
    .click();
  await expect(
    page.getByText('Being read for the first time').first(),
  ).toBeVisible();
  await letQualysRead();
  await expect(page.getByText(/Qualys reads the account\./)).toBeVisible({
    timeout: 90_000,
  });
  await expectAccessible(page);
  expect(await created()).toHaveLength(1);
});

/** All that the browser keeps of the portal beyond the page that is open. */
async function keptByBrowser(page: Page): Promise<string> {
  const state = await page.context().storageState({ indexedDB: true });
  const others = await page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const answer of await cache.matchAll()) {
        cached.push(await answer.text());
      }
    }
    return [{ ...sessionStorage }, cached, window.location.href];
  });
  return JSON.stringify([state, others]);
}

const BY_API = [
  {
    provider: 'AZURE',
    settings: {
      account: '7f25a529-4629-31e6-9bef-7a5828c36101',
      applicationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
      directoryId: '41f63f6b-3a1c-4f7e-9d1b-0d6a0a6f7d11',
    },
    enterKey: (page: Page) =>
      page
        .getByLabel(/^Authentication key/)
        .fill('Zq8~a-secret-that-nobody-sees'),
  },
  {
    provider: 'GCP',
    settings: { account: 'payments-browser-test' },
    enterKey: (page: Page) =>
      page.getByLabel(/^Key file/).setInputFiles({
        name: 'key.json',
        mimeType: 'application/json',
        buffer: Buffer.from(
          JSON.stringify({
            type: 'service_account',
            project_id: 'payments-browser-test',
            private_key_id: 'f00',
            private_key:
              '-----BEGIN PRIVATE KEY-----\nnobody-may-see-this\n-----END PRIVATE KEY-----\n',
            client_email:
              'qualys@payments-browser-test.iam.gserviceaccount.com',
          }),
        ),
      }),
  },
];

for (const { provider, settings, enterKey } of BY_API) {
  test(`a request for ${provider} comes alive, and its key is told to nobody`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const name = `payments-${provider.toLowerCase()}-browser`;
    const told: string[] = [];
    page.on('response', async response => {
      if (!response.url().includes('/api/')) return;
      told.push(await response.text().catch(() => ''));
    });

    await signIn(page, 'Payments engineer');
    const team = await asSignedIn(page);
    const { body: draft } = await team('POST', API, {
      subscription: 'main',
      provider,
      settings: {
        ...settings,
        name,
        owner: 'group:default/payments',
        purpose: 'To see that it works',
      },
    });
    const path = `${API}/${draft.id}`;
    const { body: asked } = await team(
      'POST',
      `${path}/submit`,
      {},
      draft.version,
    );
    expect(asked.state).toBe('submitted');
    await signOut(page);
    await signIn(page, 'Platform engineer');
    const platform = await asSignedIn(page);
    const { body: approved } = await platform(
      'POST',
      `${path}/approve`,
      {},
      asked.version,
    );
    expect(approved.state).toBe('awaitingAccess');
    await signOut(page);

    await signIn(page, 'Payments engineer');
    await page.goto(`/qualys/requests/${draft.id}`);
    await enterKey(page);
    await expectAccessible(page);
    const kept = [await keptByBrowser(page)];
    await page.getByRole('button', { name: 'Hand over the key' }).click();
    await expect(
      page.getByText('Being read for the first time').first(),
    ).toBeVisible();
    await letQualysRead();
    await expect(page.getByText(/Qualys reads the account\./)).toBeVisible({
      timeout: 90_000,
    });
    await expectAccessible(page);
    await expect(page.getByText(/Wiped: it is needed no more/)).toBeVisible();

    kept.push(await keptByBrowser(page), await page.content());
    const everything = [...kept, ...told].join('\n');
    expect(everything).not.toContain('nobody-may-see-this');
    expect(everything).not.toContain('a-secret-that-nobody-sees');
  });
}

test('a template asks for a connector, and leads to the request', async ({
  page,
}) => {
  await signIn(page, 'Payments engineer');
  await page.goto('/create/templates/default/aws-connector');
  await page.getByLabel(/AWS account/).fill('900000000104');
  await page.getByLabel(/Name of the connector/).fill('sandbox-by-template');
  await page.getByLabel(/What it is for/).fill('To see what is open there');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel(/^Owner/)).toHaveValue(/payments/i);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel(/ARN of the role/)).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('What the role needs').first()).toBeVisible();
  // The scaffolder opens it beside its own page.
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('link', { name: 'The request' })
    .or(page.getByRole('button', { name: 'The request' }))
    .first()
    .click();
  const { pathname } = new URL((await opened).url());
  expect(pathname).toMatch(/^\/qualys\/requests\/[0-9a-f-]{36}$/);
  await page.goto(pathname);
  await expect(
    page.getByRole('heading', { name: 'sandbox-by-template' }),
  ).toBeVisible();
  await expect(page.getByText('Waiting for access').first()).toBeVisible();
  await expectAccessible(page);
});
