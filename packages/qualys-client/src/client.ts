import {
  cloudConnectorResources,
  type CloudConnectorResources,
} from './cloudView';
import {
  coreOptions,
  createRequestCore,
  createTransport,
  type QualysCredentials,
  type QualysHooks,
  type QualysRetries,
  type QualysTimeouts,
} from './http';
import { resolveQualysUrls, type QualysLocation } from './platforms';

/**
 * Where Qualys is, who calls it, and how patient the client is.
 *
 * @public
 */
export type QualysClientOptions = QualysLocation & {
  /** Who calls. */
  credentials: QualysCredentials;
  /** Functions that are told of every request, for logs and metrics. */
  hooks?: QualysHooks;
  /** How long the client waits. */
  timeouts?: QualysTimeouts;
  /** How often reads are tried again. */
  retries?: QualysRetries;
  /** How large an answer may be, in bytes. Default 32 MiB. */
  maxAnswerBytes?: number;
  /** Certificates in PEM form to trust besides those that Node trusts. */
  ca?: string | string[];
};

/**
 * A Qualys subscription.
 *
 * @public
 */
export interface QualysClient {
  /** Cloud connectors, as CloudView v1 knows them. */
  cloudConnectors: CloudConnectorResources;
  /**
   * Gives up all calls that are under way (they throw `aborted`) and ends every
   * connection. The client cannot be used afterwards.
   */
  close(): Promise<void>;
}

/**
 * Makes a client for one Qualys subscription. It keeps connections open and
 * reuses them: make one and keep it, and close it in the end.
 *
 * Connections go through the proxy of the environment (`HTTPS_PROXY`,
 * `NO_PROXY`), except to loopback addresses. No redirect is followed. The
 * client prints nothing.
 *
 * @param options - the platform or its addresses, the credentials, and settings
 * @throws QualysConfigurationError that names the option and says what would be right
 *
 * @public
 */
export function createQualysClient(options: QualysClientOptions): QualysClient {
  const settings = coreOptions(options);
  const core = createRequestCore({
    urls: resolveQualysUrls(options),
    credentials: options.credentials,
    options: settings,
    transport: createTransport(settings, options.ca),
    hooks: options.hooks,
  });
  return {
    cloudConnectors: cloudConnectorResources(core),
    close: () => core.close(),
  };
}
