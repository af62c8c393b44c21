import { awsConnector, azureConnector, gcpConnector } from './connectors';
import { holdsInBothForms } from './roundTrip';
import { dnsOverride, scan, scanStatus, tag, webApp } from './webAppScanning';

/** Every object that is read in both forms, and how it is held against them. */
export const HELD_IN_BOTH_FORMS: Array<[string, (runs: number) => void]> = [
  ['web app', runs => holdsInBothForms(webApp, runs)],
  ['scan', runs => holdsInBothForms(scan, runs)],
  ['status of a scan', runs => holdsInBothForms(scanStatus, runs)],
  ['DNS override', runs => holdsInBothForms(dnsOverride, runs)],
  ['tag', runs => holdsInBothForms(tag, runs)],
  ['AWS connector', runs => holdsInBothForms(awsConnector, runs)],
  ['Azure connector', runs => holdsInBothForms(azureConnector, runs)],
  ['GCP connector', runs => holdsInBothForms(gcpConnector, runs)],
];
