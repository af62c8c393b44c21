import type { ContractCase } from '../../contractCase';
import { s3Document } from '../../documents';
import { signIn } from '../gateway/signIn';
import {
  codesOf,
  plainSent,
  plainSettings,
  updated,
  updateRequest,
} from './samples';
import { holding } from './simulated';

interface QueryCase
  extends Pick<ContractCase, 'id' | 'oddities' | 'title' | 'sources'> {
  vuln?: string;
  asset?: string;
}

const queriesOf = ({ vuln, asset }: QueryCase) => ({
  ...plainSent.filterQuery,
  ...(vuln !== undefined && { vuln }),
  ...(asset !== undefined && { asset }),
});

function accepted(query: QueryCase, warnings: string[]): ContractCase {
  const { vuln, asset, ...rest } = query;
  const filterQuery = queriesOf(query);
  return {
    ...rest,
    kind: 'oddity',
    call: async client =>
      codesOf(await client.s3.update('7', { ...plainSettings, filterQuery })),
    exchanges: [
      signIn,
      {
        request: updateRequest({ ...plainSent, filterQuery }),
        answer: updated,
      },
    ],
    outcome: { value: warnings },
    simulator: holding('7'),
  };
}

function refused(query: QueryCase, path: string): ContractCase {
  const { vuln, asset, ...rest } = query;
  return {
    ...rest,
    kind: 'oddity',
    call: client =>
      client.s3.update('7', {
        ...plainSettings,
        filterQuery: queriesOf(query),
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path } },
    simulator: { never: 'Nothing is sent.' },
  };
}

/** What the queries of the document come to. */
export const queryCases: ContractCase[] = [
  accepted(
    {
      id: 's3-query-as-printed',
      oddities: [9, 18, 19],
      title: 'a query of the document: no AND, qId for qid, no category',
      sources: [s3Document('Filter Query Tokens', '112')],
      vuln: 'qId: 11547 ignored: true AND lastUpdate: [2023-07-06 .. 2023-07-07]',
    },
    ['juxtaposition', 'defaultsLost'],
  ),
  accepted(
    {
      id: 's3-query-retained',
      oddities: [9, 18, 71],
      title: 'the query that keeps category and severity, tokens of no table',
      sources: [s3Document('Asset Filter Tokens, last paragraph', '250-251')],
      vuln: 'category: [`Confirmed`] AND severity >= 3 and superseded: true and runningKernel: true and runningService: true and isPatchable: true',
    },
    ['severityTwice'],
  ),
  accepted(
    {
      id: 's3-query-booleans',
      oddities: [71],
      title: 'a boolean as 1 and as true',
      sources: [s3Document('Filter Query Tokens, ignored', '112, 137')],
      vuln: 'category: Confirmed AND ignored: 1 AND ssl: true',
    },
    [],
  ),
  accepted(
    {
      id: 's3-query-two-digit-year',
      oddities: [19],
      title: 'a date with two digits for the year, as in the table',
      sources: [s3Document('Filter Query Tokens, firstFound', '161')],
      vuln: 'category: Confirmed AND firstFound: [01-07-23 .. 07-07-23]',
    },
    ['shortYear', 'shortYear'],
  ),
  accepted(
    {
      id: 's3-query-asset',
      oddities: [18],
      title: 'a query of assets with a range of addresses, NetBIOS for netBios',
      sources: [s3Document('Asset Filter Tokens', '116, 230, 238')],
      asset:
        'assetUuid: `151334c4-3811-40b5-ba92-cfd0064eb9f4` AND ip: (1.1.1.1 .. 5.5.5.5) AND NetBIOS: WIN-SRV-01',
    },
    [],
  ),
  refused(
    {
      id: 's3-query-now',
      oddities: [17],
      title: '"Now" is refused: nothing is sent',
      sources: [s3Document('Filter Query Tokens', '120')],
      vuln: 'category: Confirmed AND lastFound: [now-7d .. now]',
    },
    'filterQuery.vuln',
  ),
  refused(
    {
      id: 's3-query-remove-flag',
      oddities: [10],
      title:
        'removeVulnFilter within the query is refused: it is a member beside it',
      sources: [s3Document('Filter Query Tokens, removeVulnFilter', '205')],
      vuln: 'category: Confirmed AND removeVulnFilter: true',
    },
    'filterQuery.vuln',
  ),
  refused(
    {
      id: 's3-query-backticks',
      oddities: [20],
      title: 'broken backticks are refused',
      sources: [s3Document('Asset Filter Tokens, assetUuid', '222')],
      asset: 'assetUuid: \\151334c4-3811-40b5-ba92-cfd0064eb9f4``',
    },
    'filterQuery.asset',
  ),
];
