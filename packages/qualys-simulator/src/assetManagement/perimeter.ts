import type { ChangeOf } from '../qps/description';
import { invalid } from '../qps/problem';
import type { AWS_CONNECTOR, SCAN_CONFIGURATION } from './connectorDescription';
import type { AssetExtras, ScanConfiguration } from './extras';

type Change = Pick<
  ChangeOf<typeof AWS_CONNECTOR>,
  'isCPSEnabled' | 'connectorScanSetting' | 'connectorScanConfig'
>;

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function required<T>(value: T | undefined, name: string): T {
  if (value !== undefined && value !== '') return value;
  throw invalid(`ConnectorScanConfiguration.${name} is required`);
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function daysOf(
  { daysOfWeek }: ChangeOf<typeof SCAN_CONFIGURATION>,
  recurrence: string,
): string[] {
  const days = [...(daysOfWeek?.set ?? []), ...(daysOfWeek?.add ?? [])];
  const unknown = days.find(day => !DAYS.includes(day));
  if (unknown) throw invalid(`daysOfWeek: there is no day ${unknown}`);
  if (recurrence === 'WEEKLY' && days.length === 0) {
    throw invalid('daysOfWeek is required where the recurrence is WEEKLY');
  }
  if (recurrence === 'DAILY' && days.length > 0) {
    throw invalid('daysOfWeek applies only where the recurrence is WEEKLY');
  }
  return days;
}

function checkedConfiguration(
  given: ChangeOf<typeof SCAN_CONFIGURATION>,
): ScanConfiguration {
  const recurrence = required(given.recurrence, 'recurrence');
  if (recurrence !== 'DAILY' && recurrence !== 'WEEKLY') {
    throw invalid(`recurrence must be DAILY or WEEKLY, not "${recurrence}"`);
  }
  const startDate = required(given.startDate, 'startDate');
  // The text says mm/dd/yyyy, the sample has dd/mm/yyyy.
  if (!/^\d{2}\/\d{2}\/\d{4}$/.test(startDate)) {
    throw invalid(`startDate must be mm/dd/yyyy, not "${startDate}"`);
  }
  const startTime = required(given.startTime, 'startTime');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startTime)) {
    throw invalid(`startTime must be HH:MM (24 hours), not "${startTime}"`);
  }
  const timezone = required(given.timezone, 'timezone');
  if (!isTimezone(timezone)) throw invalid(`There is no timezone ${timezone}`);
  return {
    daysOfWeek: daysOf(given, recurrence),
    optionProfileId: required(given.optionProfileId, 'optionProfileId'),
    recurrence,
    scanPrefix: required(given.scanPrefix, 'scanPrefix'),
    startDate,
    startTime,
    timezone,
  };
}

/** Whether a request says anything of the perimeter scan. */
export function namesPerimeter(change: Change): boolean {
  return (
    change.isCPSEnabled !== undefined ||
    change.connectorScanSetting !== undefined ||
    change.connectorScanConfig !== undefined
  );
}

/**
 * The settings of the perimeter scan after a request.
 *
 * Source: Update AWS Connector 3.0, cloud perimeter scan.
 *
 * @throws QpsProblem that names what does not fit
 */
export function changedPerimeter(
  extras: AssetExtras,
  change: Change,
): Pick<
  AssetExtras,
  'isCPSEnabled' | 'isCustomScanConfigEnabled' | 'scanConfigurations'
> {
  const isCPSEnabled = change.isCPSEnabled ?? extras.isCPSEnabled;
  const given = change.connectorScanConfig;
  if (!isCPSEnabled) {
    if (given || change.connectorScanSetting?.isCustomScanConfigEnabled) {
      throw invalid('A scan configuration wants isCPSEnabled to be true');
    }
    return {
      isCPSEnabled,
      isCustomScanConfigEnabled: false,
      scanConfigurations: [],
    };
  }
  if (!extras.isCPSEnabled && !change.connectorScanSetting) {
    throw invalid('connectorScanSetting is required with isCPSEnabled');
  }
  const isCustomScanConfigEnabled =
    change.connectorScanSetting?.isCustomScanConfigEnabled ??
    extras.isCustomScanConfigEnabled;
  if (!isCustomScanConfigEnabled) {
    if (given) {
      throw invalid('connectorScanConfig wants isCustomScanConfigEnabled');
    }
    return { isCPSEnabled, isCustomScanConfigEnabled, scanConfigurations: [] };
  }
  const scanConfigurations = given
    ? [...(given.set ?? []), ...(given.add ?? []), ...(given.update ?? [])].map(
        checkedConfiguration,
      )
    : extras.scanConfigurations;
  if (scanConfigurations.length !== 1) {
    throw invalid('connectorScanConfig takes one ConnectorScanConfiguration');
  }
  return { isCPSEnabled, isCustomScanConfigEnabled, scanConfigurations };
}
