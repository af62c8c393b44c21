/* What lets two runs of these tests see each step in both themes. */
import { expect, signIn, test } from './support/portal';

test('the portal is in the theme of the system until a person chooses one', async ({
  page,
  colorScheme,
}) => {
  await signIn(page, 'Payments engineer');
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    `${colorScheme}`,
  );
});
