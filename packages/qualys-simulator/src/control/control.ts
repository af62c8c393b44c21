import { z } from 'zod';
import type { Behaviours, SimulatorBehaviours } from '../behaviours/behaviours';
import type { SimulatedClock } from '../core/clock';
import type { CloudAccess } from '../cloudView/connectors/cloudAccess';
import { ConnectorChurn } from '../cloudView/connectors/churn';
import type { CloudViewConnector } from '../cloudView/connectors/connector';
import type {
  ConnectorPatch,
  NewConnector,
} from '../cloudView/connectors/patch';
import type { ConnectorStore } from '../cloudView/connectors/store';
import { generateConnectors } from '../cloudView/data/generate';
import type { ConnectorWrites } from '../cloudView/writes/connectorWrites';
import { demoIntegrations } from '../demo/integrations';
import type { Fault } from '../faults/fault';
import type { FaultList } from '../faults/faultList';
import type {
  NewOptionProfile,
  OptionProfile,
  OptionProfiles,
} from '../fo/optionProfiles';
import type { Tokens } from '../gateway/tokens';
import type { UserRights, Users } from '../http/users';
import type { Journal, JournalEntry } from '../journal/journal';
import type { Limits } from '../limits/limits';
import type { SimulatorLimits } from '../limits/options';
import type { QpsApis } from '../qpsApis';
import type { NewAssetDataConnector } from '../assetManagement/assetManagement';
import type { NewTag } from '../assetManagement/tags';
import type { NewDnsOverride, NewScan, NewWebApp } from '../was/additions';
import type { NewS3Integration, S3Integration } from '../s3/integration';
import type { S3Integrations } from '../s3/store';
import type {
  NewSecurityHubIntegration,
  SecurityHubIntegration,
} from '../securityHub/integration';
import type { SecurityHubIntegrations } from '../securityHub/store';

/** Checks what the data are made from. */
export const dataSchema = z.strictObject({
  connectors: z.number().int().min(0).max(1_000_000).optional(),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

const advanceSchema = z.strictObject({ ms: z.number().int().min(0) });

/** What the simulated platform holds at the moment. @public */
export interface SimulatorHealth {
  status: 'ok';
  /** How many connectors there are. */
  connectors: number;
  /** The seed that the data were made from. */
  seed: number;
  /** The simulated time (ISO 8601, UTC). */
  now: string;
}

/**
 * What a test does to the simulated platform. The control port offers the same
 * over HTTP. Every verb throws a ZodError that names the field where what it
 * is given makes no sense.
 *
 * @public
 */
export interface SimulatorControl {
  /** What the platform holds at the moment. */
  health(): SimulatorHealth;
  /** Lets something go wrong with calls to come. */
  addFault(fault: Fault): void;
  /** Takes all faults away. */
  clearFaults(): void;
  /** The last 10,000 calls that the platform got, the oldest first. */
  journal(): JournalEntry[];
  /** Forgets these calls. */
  clearJournal(): void;
  /** What the platform does where the documents leave open what Qualys does. */
  behaviours(): SimulatorBehaviours;
  /** Switches some of that. */
  setBehaviours(behaviours: Partial<SimulatorBehaviours>): void;
  /** Changes how often calls may come; what is left out stays as it is. */
  setLimits(limits: SimulatorLimits): void;
  /** Lets every token expire that the gateway has issued. */
  expireTokens(): void;
  /** Changes what a user may do beside signing in; everything at first. */
  setUserRights(username: string, rights: Partial<UserRights>): void;
  /**
   * Names the accounts (AWS accounts, Azure subscriptions, GCP projects) that
   * do not let Qualys in, whatever it signs in with, in place of those named
   * before; none at first. It holds from the next time that Qualys reads such
   * an account: a connector that is created, gets other access or is run is
   * `PENDING` and then `ERROR`, and run again once its account is named no
   * more, it succeeds.
   *
   * The same comes of access that is no good: a role of AWS in whose name
   * `missing` stands, and a key of Azure or GCP (the private key or the
   * `client_email`) in which `revoked` stands.
   */
  setAccessRefused(refused: { accounts: string[] }): void;
  /** Moves the simulated time forward by so many milliseconds. */
  advanceClock(ms: number): void;
  /**
   * Begins anew: data, behaviours and limits as at the start, real time, no
   * faults, an empty journal. Size and seed stay unless others are given.
   */
  reset(options?: { connectors?: number; seed?: number }): void;
  /** Adds a connector and returns it as CloudView answers it. */
  addConnector(connector: NewConnector): CloudViewConnector;
  /** Takes a connector away; throws where there is none with that id. */
  removeConnector(id: string): void;
  /** Changes a connector and returns it; throws where there is none with that id. */
  updateConnector(id: string, patch: ConnectorPatch): CloudViewConnector;
  /**
   * Adds a connector that Asset Management can update, to CloudView too, and
   * returns its id in Asset Management.
   */
  addAssetDataConnector(connector: NewAssetDataConnector): number;
  /** The id in Asset Management of a connector of CloudView; undefined where it has none there. */
  assetDataConnectorId(connectorId: string): number | undefined;
  /** Adds a tag and returns its id. */
  addTag(tag: NewTag): number;
  /** Adds a web app to WAS and returns its id. */
  addWebApp(webApp: NewWebApp): number;
  /** The ids of the web apps that were deleted in WAS, but not from the subscription. */
  webAppsLeftInSubscription(): number[];
  /** Adds a scan to WAS and returns its id; throws where there is no such web app. */
  addScan(scan: NewScan): number;
  /** Adds a DNS override to WAS and returns its id. */
  addDnsOverride(dnsOverride: NewDnsOverride): number;
  /** Adds an authentication record to WAS, which is but a name, and returns its id. */
  addAuthRecord(record: { id?: number; name: string }): number;
  /** The S3 integrations as the platform keeps them, which no call shows. */
  s3Integrations(): S3Integration[];
  /** One of them; undefined where there is none with that id. */
  s3Integration(id: string): S3Integration | undefined;
  /** Adds an S3 integration; throws where its id is taken. */
  addS3Integration(integration: NewS3Integration): S3Integration;
  /** The Security Hub integrations as the platform keeps them. */
  securityHubIntegrations(): SecurityHubIntegration[];
  /** One of them; undefined where there is none with that id. */
  securityHubIntegration(id: string): SecurityHubIntegration | undefined;
  /** Adds a Security Hub integration; throws where its id is taken. */
  addSecurityHubIntegration(
    integration: NewSecurityHubIntegration,
  ): SecurityHubIntegration;
  /** The option profiles. */
  optionProfiles(): OptionProfile[];
  /** Adds an option profile; throws where its id is taken. */
  addOptionProfile(profile: NewOptionProfile): OptionProfile;
}

/** What the control acts on, and what the data are made from at first. */
export interface ControlledParts {
  clock: SimulatedClock;
  users: Users;
  faults: FaultList;
  journal: Journal;
  behaviours: Behaviours;
  limits: Limits;
  tokens: Tokens;
  s3: S3Integrations;
  securityHub: SecurityHubIntegrations;
  optionProfiles: OptionProfiles;
  store: ConnectorStore;
  access: CloudAccess;
  connectorWrites: ConnectorWrites;
  qps: QpsApis;
  settleSeconds: number;
  connectors: number;
  seed: number;
}

/** Makes the control of a platform and loads its first data. */
export function createControl(parts: ControlledParts): SimulatorControl {
  const { clock, faults, journal, behaviours, limits, store, settleSeconds } =
    parts;
  const data = { connectors: parts.connectors, seed: parts.seed };

  function load(): ConnectorChurn {
    const start = clock.now();
    store.load(generateConnectors({ ...data, start, settleSeconds }), start);
    const demo = demoIntegrations(data.connectors);
    parts.s3.load(demo.s3, data.seed);
    parts.securityHub.load(demo.securityHub, data.seed);
    parts.optionProfiles.begin();
    parts.tokens.begin(data.seed);
    parts.connectorWrites.begin(data.seed);
    parts.qps.load({ ...data, start, settleSeconds });
    return new ConnectorChurn(store, clock, settleSeconds, data.seed);
  }

  let churn = load();

  return {
    health: () => ({
      status: 'ok',
      connectors: store.size,
      seed: data.seed,
      now: new Date(clock.now()).toISOString(),
    }),
    addFault: fault => faults.add(fault),
    clearFaults: () => faults.clear(),
    journal: () => journal.list(),
    clearJournal: () => journal.clear(),
    behaviours: () => ({ ...behaviours.current }),
    setBehaviours: changes => behaviours.set(changes),
    setLimits: changes => limits.set(changes),
    expireTokens: () => parts.tokens.expireAll(),
    setUserRights: (username, rights) =>
      parts.users.setRights(username, rights),
    setAccessRefused: refused => parts.access.refuse(refused),
    advanceClock: ms => clock.advance(advanceSchema.parse({ ms }).ms),
    reset: (options = {}) => {
      const { connectors, seed } = dataSchema.parse(options);
      data.connectors = connectors ?? data.connectors;
      data.seed = seed ?? data.seed;
      clock.reset();
      faults.clear();
      journal.clear();
      behaviours.reset();
      limits.reset();
      parts.users.resetRights();
      parts.access.reset();
      churn = load();
    },
    addConnector: connector => churn.add(connector),
    removeConnector: id => churn.remove(id),
    updateConnector: (id, patch) => churn.update(id, patch),
    addAssetDataConnector: connector =>
      parts.qps.assetManagement.add(connector, churn),
    assetDataConnectorId: connectorId =>
      parts.qps.assetManagement.idOf(connectorId),
    addTag: tag => parts.qps.tags.add(tag),
    addWebApp: webApp => parts.qps.additions.webApp(webApp),
    webAppsLeftInSubscription: () => parts.qps.webAppsLeftInSubscription(),
    addScan: scan => parts.qps.additions.scan(scan),
    addDnsOverride: override => parts.qps.additions.dnsOverride(override),
    addAuthRecord: record => parts.qps.additions.authRecord(record),
    s3Integrations: () => parts.s3.list(),
    s3Integration: id => parts.s3.get(id),
    addS3Integration: integration => parts.s3.add(integration),
    securityHubIntegrations: () => parts.securityHub.list(),
    securityHubIntegration: id => parts.securityHub.get(id),
    addSecurityHubIntegration: integration =>
      parts.securityHub.add(integration),
    optionProfiles: () => parts.optionProfiles.list(),
    addOptionProfile: profile => parts.optionProfiles.add(profile),
  };
}
