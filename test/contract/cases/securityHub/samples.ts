import type { Answer, Request, Source } from '../../contractCase';
import { notification } from '../../documents';

const SCANNED =
  'Quotes, brackets and letters that the scan lost or changed, such as 2_0 for 2.0.';

/** A place in the chapter "AWS Security Hub Integration". */
export const hubDocument = (
  place: string,
  lines: string,
  mended = '',
): Source => notification(place, lines, `${SCANNED} ${mended}`.trim());

/** A request about Security Hub. */
export function hubRequest(
  method: Request['method'],
  verb: 'add' | 'update' | 'get' | 'delete',
  rest: string,
  json?: unknown,
): Request {
  return {
    host: 'api',
    method,
    path: `/qps/rest/2.0/${verb}/integration/amazon/securityhub${rest}`,
    ...(json !== undefined && { body: { json } }),
  };
}

/** An answer of one or several texts. */
export const hubAnswer = (data: string | string[], count = 1): Answer => ({
  status: 200,
  body: {
    ServiceResponse: {
      count,
      responseCode: 'SUCCESS',
      data: typeof data === 'string' ? [data] : data,
    },
  },
});

/** A method that the server does not know there. */
export const methodNotAllowed: Answer = { status: 405 };

/** `vmConfigs` of the samples, as they are written. */
export const vmConfigs = [
  {
    minSeverity: 1,
    baseCategory: 'Potential',
    awsAccounts: [111111111111, 222222222222],
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    minSeverity: 3,
    baseCategory: 'Confirmed',
    awsAccounts: [333333333333, 444444444444],
    regions: ['eu-west-2', 'eu-west-1'],
  },
];

/** The same as a user of the client gives it. */
export const configurations = [
  {
    minSeverity: 1,
    baseCategory: 'Potential' as const,
    awsAccounts: ['111111111111', '222222222222'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    minSeverity: 3,
    baseCategory: 'Confirmed' as const,
    awsAccounts: ['333333333333', '444444444444'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
];

/** The accounts of an integration in the samples of reading. */
export const readRows = [
  {
    awsAccount: '111111111111',
    minSeverity: 3,
    baseCategory: 'Potential',
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    awsAccount: '222222222222',
    minSeverity: 3,
    baseCategory: 'Potential',
    regions: ['eu-west-1'],
  },
  {
    awsAccount: '333333333333',
    minSeverity: 3,
    baseCategory: 'Confirmed',
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    awsAccount: '444444444444',
    minSeverity: 3,
    baseCategory: 'Confirmed',
    regions: ['eu-west-2', 'eu-west-1'],
  },
];

const printedConfigs =
  '[{awsAccountId=111111111111, severity=3, category=Potential, regions=[eu-west-2, eu-west-1]}, ' +
  '{awsAccountId=222222222222, severity=3, category=Potential, regions=[eu-west-1]}, ' +
  '{awsAccountId=333333333333, severity=3, category=Confirmed, regions=[eu-west-2, eu-west-1]}, ' +
  '{awsAccountId=444444444444, severity=3, category=Confirmed, regions=[eu-west-2, eu-west-1]}]';

/** What Java prints of an integration. */
export const printed = (id: string, name = 'Updated Qualys Demo Name') =>
  `{name=${name}, integrationId=${id}, customerId=223822, vmConfigs=${printedConfigs}}`;

/** The integration that was printed, as the client gives it. */
export const integration = (id: string, name = 'Updated Qualys Demo Name') => ({
  id,
  name,
  customerId: '223822',
  rows: readRows,
});
