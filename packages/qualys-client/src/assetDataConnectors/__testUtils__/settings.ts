/** Settings of an AWS connector. */
export const AWS = {
  name: 'Payments',
  arn: 'arn:aws:iam::012345678901:role/qualys',
  externalId: 'USPOD01-4765-9011278609223',
};
/** Settings of an Azure connector, with a key that would hurt in JSON and XML. */
export const AZURE = {
  name: 'Payments',
  authRecord: {
    applicationId: 'an-application',
    directoryId: 'a-directory',
    subscriptionId: 'a-subscription',
    authenticationKey: 'a "secret" <key>',
  },
};
/** A private key that opens nothing. */
export const KEY =
  '-----BEGIN PRIVATE KEY-----\nMIIEfirst+line\nsecond/line==\n-----END PRIVATE KEY-----\n';
/** Settings of a GCP connector. */
export const GCP = {
  name: 'Payments',
  authRecord: {
    type: 'service_account',
    project_id: 'payments-1',
    private_key_id: '0123',
    private_key: KEY,
    client_email: 'qualys@payments-1.iam.gserviceaccount.com',
    universe_domain: 'googleapis.com',
  },
};

/** The answer to a change of some connectors. */
export const done = (noun: string, ...ids: number[]) => ({
  responseCode: 'SUCCESS',
  count: ids.length,
  data: ids.map(id => ({ [noun]: { id } })),
});
