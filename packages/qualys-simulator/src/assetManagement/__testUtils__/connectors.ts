import type { QpsCaller, ServiceResponse } from '../../__testUtils__/qps';

/** The noun of AWS connectors in paths. */
export const AWS = 'am/awsassetdataconnector';

/** Calls Asset Management about connectors. */
export function connectorCaller(qps: QpsCaller) {
  return {
    /** Changes a connector, of AWS unless the element says another one. */
    update: (
      id: number,
      changes: object,
      element = 'AwsAssetDataConnector',
    ): Promise<ServiceResponse> =>
      qps.json(`3.0/update/am/${element.toLowerCase()}/${id}`, {
        data: { [element]: changes },
      }),
    /** A connector as it is answered. */
    get: async (id: number, noun = AWS): Promise<any> => {
      const answer = await qps.json(`3.0/get/${noun}/${id}`);
      return Object.values(answer.data[0])[0];
    },
  };
}
