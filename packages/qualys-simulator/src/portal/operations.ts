import { object, text } from '../qps/description';
import type { Operation } from '../qps/router';

const VERSIONS = object({
  'Portal-Version': object({
    'PortalApplication-VERSION': text,
    'WAS-VERSION': text,
    'VM-VERSION': text,
  }),
  'QWeb-Version': object({
    'WEB-VERSION': text,
    'SCANNER-VERSION': text,
    'VULNSIGS-VERSION': text,
  }),
});

/**
 * What is asked of the portal itself: the versions of its parts, which serves
 * as the cheapest call that tells whether the credentials are good.
 */
export const portalOperations: readonly Operation[] = [
  {
    path: 'portal/version',
    methods: ['GET'],
    schema: '3.0/portal/version',
    answer: () => ({
      responseCode: 'SUCCESS',
      count: 1,
      data: {
        field: VERSIONS,
        value: {
          'Portal-Version': {
            'PortalApplication-VERSION': '3.21.0.0',
            'WAS-VERSION': '9.6.0.0',
            'VM-VERSION': '1.0.3',
          },
          'QWeb-Version': {
            'WEB-VERSION': '10.30.0.0',
            'SCANNER-VERSION': '14.4.38-1',
            'VULNSIGS-VERSION': '2.6.200-2',
          },
        },
      },
    }),
  },
];
