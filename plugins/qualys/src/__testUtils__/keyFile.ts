/** A key file of a GCP service account. */
export const KEY_FILE = JSON.stringify({
  type: 'service_account',
  project_id: 'payments-prod',
  client_email: 'qualys@payments-prod.iam.gserviceaccount.com',
  private_key: 'a-private-key',
});

/** A file to be chosen, whose text can be read, which those of the simulated browser cannot. */
export function fileOf(text: string, name: string): File {
  const file = new File([text], name, { type: 'application/json' });
  return Object.assign(file, { text: async () => text });
}
