import type { ScanLaunchInput } from 'backstage-plugin-qualys-common';

/** The choice of something that is not in the list. */
export const OTHER = 'other';
/** The choice of what holds unless something else is said. */
export const DEFAULT = 'default';
/** The choice of nothing. */
export const NONE = 'none';

/** What the fields of the form hold that launches a scan. */
export interface LaunchFormValues {
  name: string;
  type: ScanLaunchInput['type'];
  /** The id of an option profile, {@link DEFAULT} or {@link OTHER}. */
  profile: string;
  /** The id of the other option profile. */
  profileId: string;
  /** The id of an authentication record, {@link DEFAULT} or {@link NONE}. */
  authRecord: string;
  scanner: typeof DEFAULT | 'EXTERNAL' | 'INTERNAL';
  /** The name of the scanner appliance. */
  appliance: string;
}

/**
 * What the form begins with.
 *
 * @param name - the name of the scan
 * @param signsIn - whether the web app has any authentication record
 */
export function firstValues(name: string, signsIn: boolean): LaunchFormValues {
  return {
    name,
    type: 'VULNERABILITY',
    profile: DEFAULT,
    profileId: '',
    authRecord: signsIn ? DEFAULT : NONE,
    scanner: DEFAULT,
    appliance: '',
  };
}

function profileOf({ profile, profileId }: LaunchFormValues) {
  if (profile === DEFAULT) return undefined;
  return { id: profile === OTHER ? profileId.trim() : profile };
}

function authRecordOf({ authRecord }: LaunchFormValues) {
  if (authRecord === NONE) return undefined;
  return authRecord === DEFAULT ? DEFAULT : { id: authRecord };
}

function scannerOf({ scanner, appliance }: LaunchFormValues) {
  if (scanner === DEFAULT) return undefined;
  return scanner === 'INTERNAL'
    ? { type: scanner, friendlyName: appliance.trim() }
    : { type: scanner };
}

/** The scan that the form asks for; what Qualys decides by itself is left out. */
export function scanOf(values: LaunchFormValues): ScanLaunchInput {
  const profile = profileOf(values);
  const authRecord = authRecordOf(values);
  const scannerAppliance = scannerOf(values);
  return {
    name: values.name.trim(),
    type: values.type,
    ...(profile && { profile }),
    ...(authRecord && { authRecord }),
    ...(scannerAppliance && { scannerAppliance }),
  };
}
