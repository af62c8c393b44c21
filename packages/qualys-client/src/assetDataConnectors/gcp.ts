import type { GcpAuthRecordInput } from 'qualys-model';
import { secretsOfKey } from '../http';
import type { QpsDialect, QpsValue } from '../qps';

// The members of Google's key file by their names in XML, where the document
// shows `projectId`; that the others follow it is assumed.
const IN_XML: Record<string, string> = {
  type: 'type',
  project_id: 'projectId',
  private_key_id: 'privateKeyId',
  private_key: 'privateKey',
  client_email: 'clientEmail',
  client_id: 'clientId',
  auth_uri: 'authUri',
  token_uri: 'tokenUri',
  auth_provider_x509_cert_url: 'authProviderX509CertUrl',
  client_x509_cert_url: 'clientX509CertUrl',
};

/**
 * What Qualys signs in to GCP with, on the wire: in JSON by the names of
 * Google's key file, in XML by names of Qualys' own. What Qualys does not
 * describe is left out.
 *
 * Source: "Create GCP Connector 3.0", samples in JSON and XML.
 */
export function gcpAuthRecord(
  record: Partial<GcpAuthRecordInput>,
  dialect: QpsDialect,
): QpsValue {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => Object.hasOwn(IN_XML, name))
      .map(([name, value]) => [dialect === 'xml' ? IN_XML[name] : name, value]),
  );
}

/** What of it nobody may see. */
export function gcpSecrets({
  private_key: key,
  private_key_id: id,
}: Partial<GcpAuthRecordInput>): string[] {
  return secretsOfKey(key, id);
}
