import { test as base, expect, type Page } from '@playwright/test';

/** Who a test can be: the personas of the demo's sign-in page. */
export type Persona =
  | 'Payments engineer'
  | 'Storefront engineer'
  | 'Platform engineer'
  | 'Auditor'
  | 'Guest';

/**
 * What the browser may complain about without failing a test: faults of the
 * stock portal, each with the reason why it is not ours.
 */
const KNOWN_COMPLAINTS: { pattern: RegExp; because: string }[] = [
  {
    pattern:
      /findDOMNode is deprecated|Support for defaultProps|componentWillReceiveProps/,
    because: 'Material UI 4 on React 18',
  },
];

/**
 * Playwright's `test`, which fails on everything that the browser complains
 * about and that is not known. A test that provokes complaints, because it
 * takes something away, allows them with `allowComplaints`.
 */
export const test = base.extend<{
  allowComplaints: (pattern: RegExp) => void;
  complaints: void;
}>({
  allowComplaints: async ({ page: _page }, use, info) => {
    await use(pattern => {
      info.annotations.push({ type: 'allowed', description: pattern.source });
    });
  },
  complaints: [
    async ({ page }, use, info) => {
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(`uncaught: ${error}`));
      page.on('console', message => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await use();
      const allowed = [
        ...KNOWN_COMPLAINTS.map(known => known.pattern),
        ...info.annotations
          .filter(annotation => annotation.type === 'allowed')
          .map(annotation => new RegExp(annotation.description ?? '^$')),
      ];
      expect(
        complaints.filter(text => !allowed.some(known => known.test(text))),
        'complaints of the browser',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in by choosing a persona on the sign-in page. */
export async function signIn(page: Page, persona: Persona) {
  await page.goto('/');
  await page.getByRole('button', { name: persona }).click();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
}

/** Signs out under Settings, as a person does. */
export async function signOut(page: Page) {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: 'Sign Out' }).click();
  await expect(
    page.getByRole('heading', { name: 'Who do you want to be?' }),
  ).toBeVisible();
}

/** Opens the page of an entity. */
export async function openEntity(page: Page, ref: string, tab = '') {
  const [kind, namespace, name] = ref.split(/[:/]/);
  await page.goto(`/catalog/${namespace}/${kind}/${name}${tab}`);
}

/** Opens a tab of the entity's page that is open. */
export async function openTab(page: Page, name: string) {
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name })
    .click();
}

/** Whether this run shows in dark what the tests mean to be light, and the other way round. */
export const themesAreSwapped = () =>
  base.info().project.use.colorScheme === 'dark';

const OTHER_THEME = { light: 'dark', dark: 'light' } as const;

/**
 * Chooses the theme, as the settings page does; the other one where they are
 * swapped, so that both runs together show each step in both themes.
 */
export async function useTheme(page: Page, theme: 'light' | 'dark') {
  const chosen = themesAreSwapped() ? OTHER_THEME[theme] : theme;
  await page.evaluate(id => window.localStorage.setItem('theme', id), chosen);
  await page.reload();
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', chosen);
}

/** What the page signs its requests with. */
export async function authorizationOf(page: Page): Promise<string> {
  const asked = page.waitForRequest(/\/api\/qualys\/v1\//);
  await openEntity(page, 'component:default/checkout');
  const { authorization } = await (await asked).allHeaders();
  return authorization;
}

/**
 * Sends requests to the portal with the sign-in of the page, as somebody does
 * who goes around its screens.
 */
export async function asSignedIn(page: Page) {
  const authorization = await authorizationOf(page);
  return async (
    method: string,
    path: string,
    data?: object,
    version = 'any',
  ) => {
    const answer = await page.request.fetch(path, {
      method,
      data,
      headers: { authorization, 'If-Match': `"${version}"` },
    });
    return { status: answer.status(), body: await answer.json() };
  };
}
