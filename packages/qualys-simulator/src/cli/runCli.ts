import { Command, InvalidArgumentError } from 'commander';
import { PortTakenError } from '../http/listen';
import {
  DEFAULT_CREDENTIALS,
  startSimulator,
  type Simulator,
} from '../simulator';

const PORT_OPTIONS: Record<PortTakenError['listener'], string> = {
  api: '--api-port',
  gateway: '--gateway-port',
  cloudView: '--cloudview-port',
  control: '--control-port',
};

function wholeNumber(most: number) {
  return (text: string) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > most) {
      throw new InvalidArgumentError(
        `It must be a whole number from 0 to ${most}.`,
      );
    }
    return value;
  };
}

const port = wholeNumber(65_535);

function command() {
  return new Command('qualys-simulator')
    .description(
      'A Qualys platform on this machine, with made-up data, for demos and tests.',
    )
    .option(
      '--connectors <count>',
      'how many cloud connectors there are',
      wholeNumber(1_000_000),
      240,
    )
    .option(
      '--seed <number>',
      'what the data are made from',
      wholeNumber(Number.MAX_SAFE_INTEGER),
      1,
    )
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--api-port <port>', 'the API server', port, 7010)
    .option('--gateway-port <port>', 'the gateway', port, 7011)
    .option('--cloudview-port <port>', 'CloudView', port, 7012)
    .option('--control-port <port>', 'the control port', port, 7013)
    .option(
      '--username <name>',
      'the user that signs in',
      DEFAULT_CREDENTIALS.username,
    )
    .option(
      '--password <text>',
      'the password of that user',
      DEFAULT_CREDENTIALS.password,
    )
    .option(
      '--settle-seconds <seconds>',
      'how long a new connector is pending',
      wholeNumber(86_400),
      60,
    );
}

function announcement({ urls, credentials }: Simulator): string {
  const password =
    credentials.password === DEFAULT_CREDENTIALS.password
      ? credentials.password
      : 'the one that you gave';
  return `The Qualys simulator is up:
  API server  ${urls.api}
  Gateway     ${urls.gateway}
  CloudView   ${urls.cloudView}
  Control     ${urls.control}
Sign in (Basic) as ${credentials.username}, password: ${password}
`;
}

/**
 * Runs the simulator from the command line until it is told to end (SIGINT or
 * SIGTERM). Ends the process with code 1 and a message where it cannot start.
 *
 * @param args - the arguments after the program's name
 *
 * @public
 */
export async function runCli(
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const program = command();
  const options = program.parse(args, { from: 'user' }).opts<{
    connectors: number;
    seed: number;
    host: string;
    apiPort: number;
    gatewayPort: number;
    cloudviewPort: number;
    controlPort: number;
    username: string;
    password: string;
    settleSeconds: number;
  }>();
  try {
    const simulator = await startSimulator({
      connectors: options.connectors,
      seed: options.seed,
      host: options.host,
      settleSeconds: options.settleSeconds,
      ports: {
        api: options.apiPort,
        gateway: options.gatewayPort,
        cloudView: options.cloudviewPort,
        control: options.controlPort,
      },
      credentials: { username: options.username, password: options.password },
    });
    process.stdout.write(announcement(simulator));
    const end = () => {
      void simulator.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  } catch (error) {
    if (error instanceof PortTakenError) {
      const option = PORT_OPTIONS[error.listener];
      program.error(
        `Port ${error.port} on ${error.host} is in use already; choose another one with ${option} <port>.`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    program.error(`The simulator cannot start: ${reason}`);
  }
}
