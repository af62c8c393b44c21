import type { ContractCase } from '../../contractCase';
import { found, qpsPost, type QpsCase } from '../../dialects';
import { undocumented, wasDocumentation } from '../../documents';
import { all } from '../cloudView/requests';
import { inWas } from './inWas';

const search = (startFromId?: number) =>
  qpsPost('3.0/search/was/webapp', {
    json: {
      ServiceRequest: {
        filters: {
          Criteria: [{ field: 'id', operator: 'IN', value: '10,20,30' }],
        },
        preferences: { limitResults: 2, startFromId },
      },
    },
  });

const webApps = (...ids: number[]) => ids.map(id => ({ WebApp: { id } }));

function pages(
  name: string,
  startFromId: 'inclusive' | 'exclusive',
  second: number[],
): QpsCase {
  return {
    id: `was-webapp-search-pages-${name}`,
    kind: 'call',
    title: `the second page begins at the last id of the first, ${startFromId}`,
    sources: [
      wasDocumentation('Pagination: hasMoreRecords, lastId, startFromId'),
      undocumented('whether startFromId is inclusive'),
    ],
    call: async client => {
      const filters = [
        { field: 'id', operator: 'IN', value: ['10', '20', '30'] } as const,
      ];
      const webAppsFound = await all(
        client.webApps.search({ filters, pageSize: 2 }),
      );
      return webAppsFound.map(({ id }) => id);
    },
    exchanges: [
      {
        request: search(),
        answer: found(webApps(10, 20), {
          hasMoreRecords: 'true',
          lastId: 20,
        }),
      },
      {
        request: search(20),
        answer: found(webApps(...second), { hasMoreRecords: 'false' }),
      },
    ],
    outcome: { value: ['10', '20', '30'] },
    simulator: {
      behaviours: { startFromId },
      holds(control) {
        for (const id of [10, 20, 30]) control.addWebApp({ id });
      },
      exact: true,
    },
  };
}

/** Lists of several pages. */
export const pageCases: ContractCase[] = inWas([
  pages('again', 'inclusive', [20, 30]),
  pages('after', 'exclusive', [30]),
]);
