import type { S3IntegrationSettings } from 'backstage-plugin-qualys-common';
import { writeQuery } from '../categories';

/** Where an S3 integration writes to. With `both` set, Qualys uses the bucket. */
export type S3Target = 'bucket' | 'accessPoint' | 'both';

/** The settings of an S3 integration as its form holds them. */
export interface S3FormValues {
  name: string;
  target: S3Target;
  bucketName: string;
  accessPointArn: string;
  bucketRegion: string;
  roleArn: string;
  minSeverity: number;
  filterQuery: S3IntegrationSettings['filterQuery'];
  /** Whether somebody has said that everything is meant to be sent. */
  confirmed: { removeVulnFilter: boolean; removeAssetFilter: boolean };
  sendVulnInfo: boolean;
  resultSectionNeeded: boolean;
  compressData: boolean;
  sendAlerts: boolean;
  /** Addresses with commas or new lines between them. */
  errorEmails: string;
}

/** What Qualys begins with by its documentation, for a form that knows nothing. */
const DEFAULTS: S3IntegrationSettings = {
  name: '',
  bucketRegion: '',
  roleArn: '',
  minSeverity: 3,
  filterQuery: {
    vuln: writeQuery({ categories: ['Confirmed'], others: [] }),
    asset: '',
    removeVulnFilter: false,
    removeAssetFilter: false,
  },
  sendVulnInfo: false,
  resultSectionNeeded: false,
  compressData: true,
  sendAlerts: false,
  errorEmails: [],
};

function targetOf(settings: S3IntegrationSettings): S3Target {
  const { bucketName, accessPointArn } = settings;
  if (bucketName && accessPointArn) return 'both';
  return accessPointArn ? 'accessPoint' : 'bucket';
}

/** Settings as the form holds them; what Qualys begins with where there are none. */
export function formValues(
  settings: S3IntegrationSettings = DEFAULTS,
): S3FormValues {
  const { bucketName = '', accessPointArn = '', errorEmails } = settings;
  return {
    ...settings,
    target: targetOf(settings),
    bucketName,
    accessPointArn,
    filterQuery: { ...settings.filterQuery },
    confirmed: { removeVulnFilter: false, removeAssetFilter: false },
    errorEmails: errorEmails.join(', '),
  };
}

/** What a form holds as settings, without asking whether they are valid. */
export function settingsOf(values: S3FormValues): S3IntegrationSettings {
  const { target, confirmed: _, bucketName, accessPointArn, ...plain } = values;
  const { vuln, asset, ...removed } = values.filterQuery;
  return {
    ...plain,
    name: values.name.trim(),
    ...(target !== 'accessPoint' && { bucketName: bucketName.trim() }),
    ...(target !== 'bucket' && { accessPointArn: accessPointArn.trim() }),
    bucketRegion: values.bucketRegion.trim(),
    roleArn: values.roleArn.trim(),
    filterQuery: { vuln: vuln.trim(), asset: asset.trim(), ...removed },
    errorEmails: values.errorEmails
      .split(/[\s,;]+/)
      .filter(address => address !== ''),
  };
}

/** Earlier settings with the destination of the present ones. */
export function withDestinationOf(
  present: S3IntegrationSettings,
  earlier: S3IntegrationSettings,
): S3IntegrationSettings {
  const { bucketName: _, accessPointArn: __, ...others } = earlier;
  const { bucketName, accessPointArn, bucketRegion, roleArn } = present;
  const { vuln } = earlier.filterQuery;
  return {
    ...others,
    ...(bucketName && { bucketName }),
    ...(accessPointArn && { accessPointArn }),
    bucketRegion,
    roleArn,
    filterQuery: { ...present.filterQuery, vuln },
  };
}
