import type { CallOptions } from 'qualys-client';
import type {
  AssetDataConnector,
  CloudConnector,
  ConnectorAppInfo,
} from 'qualys-model';
import type { RequestRecord } from '../store';
import type { RequestSecret } from './access';

/** A connector in Qualys, in the terms in which the two APIs agree. */
export interface FoundConnector {
  /** Its id in the API that it was found in. */
  id: string;
  /** What CloudView and the mirror call it, as far as that can be told. */
  connectorId: string;
  assetManagementId?: string;
  name: string;
  /** The account in the cloud's own terms. */
  account: string;
  /** AWS. */
  arn?: string;
  /** AWS. */
  externalId?: string;
  /** Azure; undefined where Qualys does not say. */
  applicationId?: string;
  /** What it is used for; undefined where Qualys does not say. */
  appInfos?: readonly ConnectorAppInfo[];
  disabled: boolean;
  /** Its state in Qualys' word. */
  reportedState: string;
  /** What Qualys says is wrong: a code or a text. */
  error?: string;
  /** When Qualys last read the account (ISO 8601, UTC). */
  lastSyncedOn?: string;
  /** Puts it into the mirror and the catalog as it is. */
  takeOver(): Promise<void>;
}

/** What tells which account a connector reads, and how; the same in both APIs. */
export function identityOf(
  connector: AssetDataConnector | CloudConnector,
): Pick<
  FoundConnector,
  'name' | 'account' | 'arn' | 'externalId' | 'applicationId'
> {
  const { name, account } = connector;
  switch (connector.provider) {
    case 'AWS': {
      const { arn, externalId } = connector;
      return { name, account, arn, externalId };
    }
    case 'AZURE':
      return { name, account, applicationId: connector.applicationId };
    default:
      return { name, account };
  }
}

/**
 * The API of Qualys that connectors are created through, as provisioning needs
 * it. Every verb throws a QualysError as the client does; of one that changes
 * something, `outcomeUnknown` where it may have been done.
 */
export interface CreatingApi {
  /** What problems with it are told by. */
  readonly area: 'assetManagement' | 'cloudView';

  /**
   * The connectors of the account that a request asks for; some of others may
   * be among them.
   *
   * @param how.fresh - whether what was read shortly before is not good enough
   */
  find(
    request: RequestRecord,
    how: CallOptions & { fresh: boolean },
  ): Promise<FoundConnector[]>;

  /** A connector as it is now; `notFound` where it is gone. */
  get(
    request: RequestRecord,
    id: string,
    options: CallOptions,
  ): Promise<FoundConnector>;

  /** Creates it, and gives its id. */
  create(
    request: RequestRecord,
    secret: RequestSecret,
    options: CallOptions,
  ): Promise<string>;

  /** Gives a connector what Qualys signs in with. */
  giveAccess(
    request: RequestRecord,
    connector: FoundConnector,
    secret: RequestSecret,
    options: CallOptions,
  ): Promise<void>;

  /** Has Qualys read the account now. */
  run(request: RequestRecord, id: string, options: CallOptions): Promise<void>;

  /** What Qualys says went wrong when it read the account last, where it says so apart from the connector. */
  saysOf(
    request: RequestRecord,
    connector: FoundConnector,
    options: CallOptions,
  ): Promise<string | undefined>;
}

/** The id of the connector of a request in the API that it is created through. */
export function idOf({
  createThrough,
  connectorId,
  assetManagementId,
}: RequestRecord): string | undefined {
  return createThrough === 'assetManagement' ? assetManagementId : connectorId;
}
