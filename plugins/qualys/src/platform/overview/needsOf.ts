import {
  OWNED_BY_NOBODY,
  type Ownership,
  type Status,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import type { Translate } from '../../translation';
import type { PartFilters, PlatformPaths } from '../PlatformPaths';

/** Something that somebody should look at. */
export interface Need {
  key: string;
  /** What it is, as a sentence. */
  text: string;
  /** Where something can be done about it. */
  to: keyof PlatformPaths;
  /** What the list is to be narrowed to there. */
  filters?: PartFilters;
}

/** What is known of the ownership of connectors; nothing for those who may not see it. */
export interface KnownOwnership {
  value?: Ownership;
  loading: boolean;
  /** Why it could not be read. */
  error?: unknown;
}

/**
 * What needs somebody, the most pressing first: what is not read, what waits
 * for a decision, what could not be understood, and what nobody owns.
 *
 * @param waiting - how many requests for connectors wait for a decision, as far as that is known
 */
export function needsOf(
  status: Status,
  ownership: KnownOwnership,
  waiting: number,
  t: Translate,
  locale: string,
): Need[] {
  const { subscriptions } = status;
  const say = { t, number: (count: number) => count.toLocaleString(locale) };
  return [
    ...subscriptions.flatMap(one => notRead(one, say)),
    ...subscriptions.flatMap(one => heldBack(one, say)),
    ...requests(waiting, say),
    ...claims(status, say),
    ...subscriptions.flatMap(one => unreadable(one, say)),
    ...catalog(status, say),
    ...owners(ownership, say),
  ];
}

/** What it takes to say something. */
interface Words {
  t: Translate;
  number: (count: number) => string;
}

function notRead(of: SubscriptionStatus, { t }: Words): Need[] {
  const { subscription, title, problem, asOf, stale, runs, feeds } = of;
  const running = runs.some(({ outcome }) => outcome === 'running');
  const ended = runs.find(({ outcome }) => outcome !== 'running');
  const needs: Need[] = [];
  const add = (what: string, text: string) =>
    needs.push({ key: `${what} ${subscription}`, text, to: 'syncs' });

  const outOfDate = stale && asOf !== undefined;
  if (problem) {
    add(
      'failing',
      t(outOfDate ? 'needs.failingStale' : 'needs.failing', {
        title,
        problem: t(`problem.${problem.code}`),
      }),
    );
  } else if (ended?.outcome === 'abandoned' && !running) {
    add('brokenOff', t('needs.brokenOff', { title }));
  }
  // The first sync takes its time; that needs nobody.
  if (!asOf && !running && !problem) {
    add('neverRead', t('needs.neverRead', { title }));
  }
  if (outOfDate && !problem) add('stale', t('needs.stale', { title }));
  for (const { feed, asOf: readAt, stale: old } of feeds) {
    if (old && readAt && !stale) {
      add(
        `feedStale ${feed}`,
        t('needs.feedStale', { feed: t(`feed.${feed}`), title }),
      );
    }
  }
  return needs;
}

function heldBack(of: SubscriptionStatus, { t, number }: Words): Need[] {
  return of.heldBack
    .filter(({ state }) => state === 'waiting')
    .map(({ provider, connectors }) => ({
      key: `heldBack ${of.subscription} ${provider}`,
      text: t('needs.heldBack', {
        count: connectors,
        number: number(connectors),
        cloud: t(`provider.${provider}`),
        title: of.title,
      }),
      to: 'syncs',
    }));
}

function requests(waiting: number, { t, number }: Words): Need[] {
  if (waiting === 0) return [];
  return [
    {
      key: 'requests',
      text: t('needs.requests', { count: waiting, number: number(waiting) }),
      to: 'requests',
      filters: { view: 'decide' },
    },
  ];
}

function claims({ openClaims }: Status, { t, number }: Words): Need[] {
  if (openClaims === 0) return [];
  return [
    {
      key: 'claims',
      text: t('needs.claims', {
        count: openClaims,
        number: number(openClaims),
      }),
      to: 'claims',
    },
  ];
}

function unreadable(of: SubscriptionStatus, { t, number }: Words): Need[] {
  const ended = of.runs.find(({ outcome }) => outcome !== 'running');
  if (!ended?.skipped) return [];
  return [
    {
      key: `unreadable ${of.subscription}`,
      text: t('needs.unreadable', {
        count: ended.skipped,
        number: number(ended.skipped),
        title: of.title,
      }),
      to: 'syncs',
    },
  ];
}

function catalog({ catalog: state }: Status, { t, number }: Words): Need[] {
  const needs: Need[] = [];
  if (state?.skipped) {
    needs.push({
      key: 'noEntity',
      text: t('needs.noEntity', {
        count: state.skipped,
        number: number(state.skipped),
      }),
      to: 'syncs',
    });
  }
  if (state?.keptBecause) {
    needs.push({
      key: 'kept',
      text: t('needs.kept', { reason: state.keptBecause }),
      to: 'syncs',
    });
  }
  return needs;
}

function owners(known: KnownOwnership, { t, number }: Words): Need[] {
  const { value: of, error } = known;
  const needs: Need[] = [];
  if (error) {
    needs.push({
      key: 'ownership',
      text: t('needs.ownership'),
      to: 'ownership',
    });
  }
  if (!of) return needs;
  if (of.unowned > 0) {
    needs.push({
      key: 'unowned',
      text: t('needs.unowned', {
        count: of.unowned,
        number: number(of.unowned),
      }),
      to: 'connectors',
      filters: { owner: OWNED_BY_NOBODY },
    });
  }
  const lost = of.rules.filter(({ notFound }) => notFound.length > 0);
  if (lost.length > 0) {
    needs.push({
      key: 'notFound',
      text: t('needs.notFound', {
        count: lost.length,
        rules: lost.map(({ rule }) => `“${rule}”`).join(', '),
      }),
      to: 'ownership',
    });
  }
  return needs;
}
