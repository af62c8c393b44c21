import { z } from 'zod';
import { Behaviours, type SimulatorBehaviours } from './behaviours/behaviours';
import { CloudAccess } from './cloudView/connectors/cloudAccess';
import { ConnectorStore } from './cloudView/connectors/store';
import { subscriptionOf } from './cloudView/data/subscription';
import { refuse } from './cloudView/refuse';
import { cloudViewRouter } from './cloudView/router';
import { ConnectorWrites } from './cloudView/writes/connectorWrites';
import { connectorWritesRouter } from './cloudView/writes/router';
import { controlApp } from './control/app';
import {
  createControl,
  dataSchema,
  type SimulatorControl,
} from './control/control';
import { SimulatedClock } from './core/clock';
import type { Credentials } from './core/credentials';
import { FaultList } from './faults/faultList';
import { OptionProfiles } from './fo/optionProfiles';
import { foGuards, foRouter } from './fo/router';
import { authRouter, requireBearer } from './gateway/auth';
import { Tokens } from './gateway/tokens';
import { requireBasicAuth } from './http/basicAuth';
import { hostApp } from './hostApp';
import { listen, type Listener } from './http/listen';
import { poweredBy } from './http/poweredBy';
import { requireReadable, UNREADABLE } from './http/readBody';
import { Users } from './http/users';
import { Journal } from './journal/journal';
import { Limits } from './limits/limits';
import type { SimulatorLimits } from './limits/options';
import { QpsApis } from './qpsApis';
import { refuseCredentials } from './qps/refuseCredentials';
import { qpsRouter } from './qps/router';
import { s3Router } from './s3/router';
import { S3Integrations } from './s3/store';
import { securityHubRouter } from './securityHub/router';
import { SecurityHubIntegrations } from './securityHub/store';

/**
 * The credentials that the simulator takes unless it is given others.
 *
 * @public
 */
export const DEFAULT_CREDENTIALS: Readonly<Credentials> = {
  username: 'demo_qs',
  password: 'demo-password',
};

/**
 * How the simulator is to be.
 *
 * @public
 */
export interface SimulatorOptions {
  /** How many connectors there are in all three clouds, 0 to 1,000,000; 240 unless given. */
  connectors?: number;
  /** What the data are made from, a whole number of 0 or more; 1 unless given. */
  seed?: number;
  /** The address to listen on; `127.0.0.1` unless given. */
  host?: string;
  /** The ports to listen on; any free one for each that is 0 or not given. */
  ports?: {
    api?: number;
    gateway?: number;
    cloudView?: number;
    control?: number;
  };
  /** What callers sign in with; `demo_qs` and `demo-password` unless given. */
  credentials?: Credentials;
  /** Others who may sign in. */
  otherUsers?: readonly Credentials[];
  /** How long a new connector is `PENDING`, in simulated seconds; 60 unless given. */
  settleSeconds?: number;
  /** What it does where the documents leave open what Qualys does. */
  behaviours?: Partial<SimulatorBehaviours>;
  /** How often calls may come; as Qualys limits its standard tier unless given. */
  limits?: SimulatorLimits;
  /** Where real time comes from; a fixed time makes the simulated one stand still. */
  now?: () => Date;
}

/**
 * A Qualys platform that runs.
 *
 * @public
 */
export interface Simulator {
  /** The addresses of its hosts and of the control port, such as `http://127.0.0.1:7010`. */
  urls: { api: string; gateway: string; cloudView: string; control: string };
  /** What callers sign in with. */
  credentials: Credentials;
  /** What tests do to it. */
  control: SimulatorControl;
  /** Ends it and closes every connection, at once. */
  stop(): Promise<void>;
}

const optionsSchema = dataSchema.extend({
  settleSeconds: z.number().min(0).optional(),
});

/**
 * Starts a Qualys platform on this machine.
 *
 * @param options - how it is to be
 * @throws PortTakenError where a port is in use; ZodError that names the option
 *   where a number makes no sense. Nothing keeps running then.
 *
 * @public
 */
export async function startSimulator(
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const {
    host = '127.0.0.1',
    ports = {},
    credentials = DEFAULT_CREDENTIALS,
    otherUsers = [],
    now = () => new Date(),
  } = options;
  const {
    connectors = 240,
    seed = 1,
    settleSeconds = 60,
  } = optionsSchema.parse({
    connectors: options.connectors,
    seed: options.seed,
    settleSeconds: options.settleSeconds,
  });

  const clock = new SimulatedClock(now);
  const faults = new FaultList();
  const journal = new Journal();
  const behaviours = new Behaviours(options.behaviours);
  const limits = new Limits(clock, options.limits);
  const users = new Users([credentials, ...otherUsers]);
  const tokens = new Tokens(clock);
  const s3 = new S3Integrations();
  const securityHub = new SecurityHubIntegrations();
  const optionProfiles = new OptionProfiles();
  const store = new ConnectorStore(clock);
  const access = new CloudAccess();
  const connectorWrites = new ConnectorWrites(
    store,
    clock,
    access,
    settleSeconds,
  );
  const qps = new QpsApis(store, connectorWrites, clock, access, settleSeconds);
  const control = createControl({
    clock,
    users,
    faults,
    journal,
    behaviours,
    limits,
    tokens,
    s3,
    securityHub,
    optionProfiles,
    store,
    access,
    connectorWrites,
    qps,
    settleSeconds,
    connectors,
    seed,
  });

  const platform = { clock, faults, journal, limits };
  const basic = requireBasicAuth(users, (_req, res) =>
    refuse(res, 401, 'Unauthorized user', clock.now()),
  );
  const qpsBasic = requireBasicAuth(users, refuseCredentials);
  const bearer = requireBearer(tokens);
  const dataSeed = () => control.health().seed;
  const cloudView = [
    requireReadable((res, status) =>
      refuse(res, status, UNREADABLE, clock.now()),
    ),
    cloudViewRouter(store, behaviours, clock),
    connectorWritesRouter(connectorWrites, behaviours, clock),
  ];
  const apps = {
    api: hostApp('api', platform, {
      '/qps': [poweredBy('USPOD02', dataSeed)],
      '/qps/rest/2.0': [
        qpsBasic,
        securityHubRouter(securityHub, behaviours, clock),
      ],
      '/api/2.0/fo': [
        poweredBy('USPOD2', dataSeed),
        ...foGuards(users, clock),
        foRouter(optionProfiles, () => subscriptionOf(dataSeed()).id, clock),
      ],
      '/qps/rest': [qpsBasic, qpsRouter(qps.operations(behaviours), users)],
    }),
    gateway: hostApp('gateway', platform, {
      '/auth': [authRouter(users, tokens, clock)],
      '/partner-integration/aws/s3': [bearer, s3Router(s3, behaviours, clock)],
      '/cloudview-api': [bearer, ...cloudView],
    }),
    cloudView: hostApp('cloudView', platform, {
      '/cloudview-api': [basic, ...cloudView],
    }),
    control: controlApp(control),
  };

  const listeners: Listener[] = [];
  const stop = async () => {
    await Promise.all(listeners.map(listener => listener.close()));
  };
  async function start(name: keyof typeof apps): Promise<string> {
    const listener = await listen(name, apps[name], host, ports[name] ?? 0);
    listeners.push(listener);
    return listener.url;
  }

  try {
    return {
      urls: {
        api: await start('api'),
        gateway: await start('gateway'),
        cloudView: await start('cloudView'),
        control: await start('control'),
      },
      credentials: { ...credentials },
      control,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
