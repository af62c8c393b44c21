import { checkQql } from '../qql/check';
import { lostDefaults } from '../qql/defaults';
import { parseQql } from '../qql/parser';
import { printQql } from '../qql/printer';
import { termsOf } from '../qql/tree';
import type { QqlSide } from '../qql/tokens';
import type { S3FilterQuery } from './filterQuery';
import type { S3Settings } from './settings';
import type { S3Warning } from './warning';

const SIDES = [
  {
    member: 'vuln',
    side: 'vulnerability',
    remove: 'removeVulnFilter',
    all: 'all vulnerabilities, whatever their category',
  },
  {
    member: 'asset',
    side: 'asset',
    remove: 'removeAssetFilter',
    all: 'the vulnerabilities of all assets',
  },
] as const;

const DEFAULT_SEVERITY = 'severity';

function textWarnings(text: string, side: QqlSide, path: string): S3Warning[] {
  return (
    checkQql(text, side)
      // Which defaults are lost depends on minSeverity too, which QQL does not know.
      .filter(({ code }) => code !== 'defaultsLost')
      .map(({ code, message, from, to }) => ({ code, path, message, from, to }))
  );
}

function vulnerabilityWarnings(text: string, path: string): S3Warning[] {
  const { tree } = parseQql(text);
  const named = tree
    ? [...termsOf(tree)].some(
        ({ token }) => token.toLowerCase() === DEFAULT_SEVERITY,
      )
    : false;
  const lost = tree
    ? lostDefaults(tree).filter(({ token }) => token !== DEFAULT_SEVERITY)
    : [];
  return [
    ...lost.map(
      (term): S3Warning => ({
        code: 'defaultsLost',
        path,
        message: `The query replaces the whole filter, with its defaults. To keep this one, add “${printQql(
          term,
        )}”.`,
      }),
    ),
    ...(named
      ? [
          {
            code: 'severityTwice' as const,
            path: 'minSeverity',
            message:
              'The severity is bounded twice: by minSeverity and by the query. How Qualys combines the two is not documented: let both say the same, or leave the severity out of the query.',
          },
        ]
      : []),
  ];
}

/** What a person should know of the queries. */
export function queryWarnings({
  filterQuery,
}: Pick<S3Settings, 'filterQuery'>): S3Warning[] {
  return SIDES.flatMap(side => warningsOfSide(filterQuery, side));
}

function warningsOfSide(
  filterQuery: S3FilterQuery,
  { member, side, remove, all }: (typeof SIDES)[number],
): S3Warning[] {
  const text = filterQuery[member];
  const path = `filterQuery.${member}`;
  if (filterQuery[remove]) {
    return [
      {
        code: 'filterRemoved',
        path: `filterQuery.${remove}`,
        message: `This widens what is sent: the ${side} query is ignored, and ${all}, are sent to the bucket.`,
      },
    ];
  }
  if (text === '') {
    return [
      {
        code: 'queryEmpty',
        path,
        message: `There is no ${side} query. What Qualys makes of an empty one is not documented; ${all}, may be sent. ${remove} says for certain that nothing is filtered.`,
      },
    ];
  }
  return [
    ...textWarnings(text, side, path),
    ...(side === 'vulnerability' ? vulnerabilityWarnings(text, path) : []),
  ];
}
