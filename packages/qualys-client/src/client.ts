import {
  assetDataConnectorResources,
  type AssetDataConnectorResources,
} from './assetDataConnectors';
import {
  cloudConnectorResources,
  type CloudConnectorResources,
} from './cloudView';
import {
  governorSettings,
  type QualysLimits,
  type QualysLimitState,
} from './governor';
import { dnsOverrideResource, type DnsOverrides } from './dnsOverrides';
import { createRequestCore } from './core';
import {
  choiceOf,
  coreOptions,
  createTransport,
  type CloudViewAccess,
  type QualysCredentials,
  type QualysHooks,
  type QualysRetries,
  type QualysTimeouts,
} from './http';
import { optionProfileResource, type OptionProfiles } from './optionProfiles';
import { portalResource, type Portal } from './portal';
import type { QpsDialect } from './qps';
import { resolveQualysUrls, type QualysLocation } from './platforms';
import { s3Resource, type S3Integrations } from './s3';
import { securityHubResource, type SecurityHub } from './securityHub';
import { scanResource, type Scans } from './scans';
import { tagResource, type Tags } from './tags';
import { webAppResource, type WebApps } from './webApps';

/**
 * Where Qualys is, who calls it, and how patient the client is.
 *
 * @public
 */
export type QualysClientOptions = QualysLocation & {
  /** Who calls. */
  credentials: QualysCredentials;
  /**
   * Who makes changes, where it is someone else: writing connectors of Asset
   * Management needs a Manager. Default `credentials`.
   */
  writeCredentials?: QualysCredentials;
  /**
   * How CloudView is reached: on the host of the portal with user name and
   * password (`portal`, the default), or on the gateway with a token
   * (`gateway`). The CloudView API v1 describes the first, newer examples of
   * Qualys the second.
   */
  cloudViewAccess?: CloudViewAccess;
  /**
   * The form of the calls to Asset Management and Web Application Scanning:
   * `json` (the default) is several times cheaper to read than `xml`. What the
   * client makes of both is the same.
   */
  dialect?: QpsDialect;
  /** How much of what Qualys allows may be used, and how long calls wait for it. */
  limits?: QualysLimits;
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
  /** Connectors, as Asset Management 3.0 knows them. */
  assetDataConnectors: AssetDataConnectorResources;
  /** The AWS S3 integrations of VM/VMDR. */
  s3: S3Integrations;
  /** The AWS Security Hub integrations of VM/VMDR. */
  securityHub: SecurityHub;
  /** The web applications of Web Application Scanning. */
  webApps: WebApps;
  /** The scans of Web Application Scanning. */
  scans: Scans;
  /** The DNS overrides of Web Application Scanning. */
  dnsOverrides: DnsOverrides;
  /** The tags of Asset Management. */
  tags: Tags;
  /** The option profiles of Vulnerability Management. */
  optionProfiles: OptionProfiles;
  /** What is asked of the portal itself. */
  portal: Portal;
  /**
   * Where the subscription stands with Qualys' limits: one entry for each
   * family of APIs that was called or for which limits were given.
   */
  limits(): QualysLimitState[];
  /**
   * Gives up all calls that are under way or wait for their turn (they throw `aborted`) and ends every
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
    writeCredentials: options.writeCredentials,
    cloudViewAccess: choiceOf(
      'cloudViewAccess',
      ['portal', 'gateway'],
      options.cloudViewAccess,
    ),
    limits: governorSettings(options.limits),
    options: settings,
    transport: createTransport(settings, options.ca),
    hooks: options.hooks,
  });
  const qps = {
    core,
    dialect: choiceOf('dialect', ['json', 'xml'], options.dialect),
  };
  return {
    cloudConnectors: cloudConnectorResources(core),
    assetDataConnectors: assetDataConnectorResources(qps),
    webApps: webAppResource(qps),
    scans: scanResource(qps),
    dnsOverrides: dnsOverrideResource(qps),
    tags: tagResource(qps),
    optionProfiles: optionProfileResource(core),
    portal: portalResource(qps),
    s3: s3Resource(core),
    securityHub: securityHubResource(core),
    limits: () => core.limits(),
    close: () => core.close(),
  };
}
