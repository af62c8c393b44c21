/*
 * From the navigation to an entity's page until its last card has settled, in
 * Chromium on the demo as it is built for production: a service with every card
 * of the plugin, against an entity with none. The code of the portal is in the
 * browser's cache by then, as it is for whoever goes from page to page.
 */
import { chromium, type Page } from '@playwright/test';
import { byTurns, type Figure } from './figures';

const ROUNDS = 15;
const SERVICE = '/catalog/default/component/checkout';
const CARDS = [
  'connectors-card',
  's3-integrations-card',
  'web-apps-card',
  'security-hub-card',
];

function setting(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set. Benchmarks are started with: npm run bench -- NAME`,
    );
  }
  return value;
}

/** Waits until cards are there and nothing on the page is still being read. */
async function untilSettled(page: Page, cards: readonly string[]) {
  await page.waitForFunction(
    names =>
      document.querySelector('main article, main h1') !== null &&
      names.every(name =>
        document.querySelector(`[data-qualys-part="${name}"]`),
      ) &&
      document.querySelector('[aria-busy="true"], [role="progressbar"]') ===
        null,
    [...cards],
    { polling: 'raf', timeout: 60_000 },
  );
}

/** The address of the page of an entity that no card of the plugin is for. */
async function plainPage(page: Page): Promise<string> {
  const [{ metadata }] = await page.evaluate(async () => {
    const { token } = await (
      await fetch('/api/auth/demo/refresh', {
        headers: { 'x-demo-persona': 'platform-engineer' },
      })
    )
      .json()
      .then(session => session.backstageIdentity);
    const answer = await fetch('/api/catalog/entities?filter=kind=location', {
      headers: { Authorization: `Bearer ${token}` },
    });
    return answer.json();
  });
  return `/catalog/default/location/${metadata.name}`;
}

/** The benchmark. */
export async function* run(): AsyncGenerator<Figure[]> {
  const browser = await chromium.launch({
    executablePath: setting('BROWSER_PATH'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({
      baseURL: setting('PORTAL_URL'),
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('button', { name: 'Payments engineer' }).click();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    const plain = await plainPage(page);
    const open = async (path: string, cards: readonly string[]) => {
      await page.goto(path, { waitUntil: 'commit' });
      await untilSettled(page, cards);
    };
    yield [
      {
        what: 'the page of a service until its last card has settled, against the page of an entity without cards',
        unit: 'ms',
        ...(await byTurns(
          ROUNDS,
          () => open(SERVICE, CARDS),
          () => open(plain, []),
        )),
      },
    ];
  } finally {
    await browser.close();
  }
}
