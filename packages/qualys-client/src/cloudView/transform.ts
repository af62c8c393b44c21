import {
  awsAccountIdOfArn,
  padAwsAccountId,
  type AwsBaseAccount,
  type AwsBaseAccounts,
  type AwsConnector,
  type AzureConnector,
  type ConnectorError,
  type GcpConnector,
  type PollingFrequency,
} from 'qualys-model';
import type { z } from 'zod';
import { Failure } from '../http';
import { isoDateOf } from '../answers';
import {
  connectorIdWire,
  type awsBaseAccountWire,
  type awsConnectorWire,
  type azureConnectorWire,
  type CommonWire,
  type connectorErrorWire,
  type gcpConnectorWire,
} from './wire';

function dateOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : isoDateOf(text);
}

function wholeNumber(value: number | undefined): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}

function pollingFrequencyOf(
  wire: CommonWire['pollingFrequency'],
): PollingFrequency | undefined {
  if (!wire) return undefined;
  const hours = wholeNumber(wire.hours ?? 0);
  const minutes = wholeNumber(wire.minutes ?? 0);
  return hours === undefined ||
    minutes === undefined ||
    hours < 0 ||
    minutes < 0
    ? undefined
    : { hours, minutes };
}

function commonOf(wire: CommonWire) {
  return {
    id: wire.connectorId,
    name: wire.name,
    description: wire.description ?? '',
    reportedState: wire.state,
    disabled: wire.isDisabled ?? false,
    error: wire.error,
    totalAssets: wholeNumber(wire.totalAssets),
    lastSyncedOn: dateOf(wire.lastSyncedOn),
    nextSyncedOn: dateOf(wire.nextSyncedOn),
    pollingFrequency: pollingFrequencyOf(wire.pollingFrequency),
    remediationEnabled: wire.remediationEnabled,
    // Nothing can refer to a group without an id.
    groups: (wire.groups ?? []).flatMap(({ uuid, name }) =>
      uuid === undefined ? [] : [{ id: uuid, name: name ?? '' }],
    ),
  };
}

function accountOf(wire: z.infer<typeof awsConnectorWire>): string {
  if (wire.awsAccountId !== undefined)
    return padAwsAccountId(wire.awsAccountId);
  return (wire.arn && awsAccountIdOfArn(wire.arn)) ?? '';
}

/** The id of a connector of CloudView, as far as that can be read. */
export function connectorIdOf(wire: unknown): string | undefined {
  return connectorIdWire.safeParse(wire).data?.connectorId;
}

/** An AWS connector of CloudView as the domain's. */
export function awsConnectorOf(
  wire: z.infer<typeof awsConnectorWire>,
): AwsConnector {
  return {
    provider: 'AWS',
    ...commonOf(wire),
    account: accountOf(wire),
    accountAlias: wire.accountAlias,
    arn: wire.arn,
    externalId: wire.externalId,
    baseAccountId:
      wire.baseAccountId === undefined
        ? undefined
        : padAwsAccountId(wire.baseAccountId),
    govCloud: wire.isGovCloud ?? false,
    chinaRegion: wire.isChinaRegion ?? false,
    portalConnector: wire.isPortalConnector,
    portalConnectorUuid: wire.portalConnectorUuid,
  };
}

/** An Azure connector of CloudView as the domain's. */
export function azureConnectorOf(
  wire: z.infer<typeof azureConnectorWire>,
): AzureConnector {
  return {
    provider: 'AZURE',
    ...commonOf(wire),
    account: wire.subscriptionId ?? '',
    applicationId: wire.applicationId,
    directoryId: wire.directoryId,
    subscriptionName: wire.subscriptionName,
    govCloud: wire.isGovCloud ?? false,
  };
}

/** A GCP connector of CloudView as the domain's. */
export function gcpConnectorOf(
  wire: z.infer<typeof gcpConnectorWire>,
): GcpConnector {
  return {
    provider: 'GCP',
    ...commonOf(wire),
    account: wire.projectId ?? '',
  };
}

/** An error of a connector of CloudView as the domain's. */
export function connectorErrorOf(
  wire: z.infer<typeof connectorErrorWire>,
): ConnectorError {
  return {
    error: wire.error,
    occurredOn: dateOf(wire.occuredOn ?? wire.occurredOn),
    region: wire.region ?? wire.location,
  };
}

function baseAccountOf(
  id: string | undefined,
  customerOwned: boolean | undefined,
): AwsBaseAccount | undefined {
  return id === undefined
    ? undefined
    : { id: padAwsAccountId(id), customerOwned };
}

/**
 * The base accounts of CloudView as the domain's.
 *
 * @throws Failure where none of them is there
 */
export function awsBaseAccountsOf(
  wire: z.infer<typeof awsBaseAccountWire>,
): AwsBaseAccounts {
  const accounts = {
    global: baseAccountOf(wire.globalAccountId, wire.customerGlobalAccount),
    gov: baseAccountOf(wire.govAccountId, wire.customerGovAccount),
    china: baseAccountOf(wire.chinaAccountId, wire.customerChinaAccount),
  };
  if (!accounts.global && !accounts.gov && !accounts.china) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'The answer names no AWS account.',
      path: 'globalAccountId',
    });
  }
  return accounts;
}
