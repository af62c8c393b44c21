import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './portal';

/** What stands in the plugin's own part of a page. */
const OWN_PART = '[data-qualys-part]';

/** The rules that the stock portal breaks by itself. The list may shrink, never grow. */
const SHELL_FAULTS: string[] = JSON.parse(
  readFileSync(join(__dirname, 'shell-faults.json'), 'utf8'),
);

/** Where the portal shows its messages. They fade in and out, and lack contrast meanwhile. */
const MESSAGES = '[role="region"][data-theme-mode]';

const isSerious = (violation: { impact?: string | null }) =>
  violation.impact === 'serious' || violation.impact === 'critical';

type Violation = Awaited<
  ReturnType<AxeBuilder['analyze']>
>['violations'][number];

/** Violations by their rules, and the elements that break them. */
const withPlaces = (violations: Violation[]) =>
  violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes.map(node => node.html),
  }));

/**
 * Expects that nothing in the plugin's own part breaks a serious rule of
 * accessibility, and that the portal around it breaks none that is not known.
 */
export async function expectAccessible(page: Page) {
  await expect(page.locator(OWN_PART).first()).toBeVisible();
  const own = await new AxeBuilder({ page }).include(OWN_PART).analyze();
  expect(
    withPlaces(own.violations.filter(isSerious)),
    'serious faults in the plugin itself',
  ).toEqual([]);

  const shell = await new AxeBuilder({ page })
    .exclude(OWN_PART)
    .exclude(MESSAGES)
    .analyze();
  expect(
    withPlaces(shell.violations.filter(isSerious)).filter(
      ({ rule }) => !SHELL_FAULTS.includes(rule),
    ),
    'serious faults of the portal around it that are not known yet',
  ).toEqual([]);
}
