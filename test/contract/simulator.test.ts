import { startSimulator, type Simulator } from 'qualys-simulator';
import { request as send } from 'undici';
import { CONTRACT_CASES } from './cases';
import type { ContractCase, Exchange } from './contractCase';
import { authorizationOf, callWithClient, CREDENTIALS } from './runners/client';
import { differencesInShape } from './runners/shape';

const cases = CONTRACT_CASES.flatMap(contractCase =>
  'connectors' in contractCase.simulator
    ? [
        [
          contractCase.id,
          contractCase.title,
          contractCase,
          contractCase.simulator.connectors,
        ] as const,
      ]
    : [],
);

type Result = Awaited<ReturnType<typeof callWithClient>>;

const withoutUndefined = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value));

// Values may differ, the kind of error may not.
function differencesInOutcome({ outcome }: ContractCase, result: Result) {
  if ('value' in outcome) {
    return 'value' in result
      ? differencesInShape(outcome.value, withoutUndefined(result.value))
      : [result.error.message];
  }
  const { kind, status } = outcome.error;
  const matches =
    'error' in result &&
    result.error.kind === kind &&
    result.error.status === status;
  return matches ? [] : [`it is no ${kind} with HTTP ${status}`];
}

describe('the simulator keeps to the documents', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({
      connectors: 0,
      credentials: CREDENTIALS,
    });
  });
  afterAll(() => simulator.stop());

  async function answerTo({ request }: Exchange) {
    const url = new URL(request.path, simulator.urls[request.host]);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.append(name, value);
    }
    const { statusCode, headers, body } = await send(url, {
      method: request.method,
      headers: {
        accept: 'application/json',
        authorization: authorizationOf(request.authenticated),
        'x-requested-with': 'contract',
      },
    });
    const text = await body.text();
    return {
      status: statusCode,
      type: headers['content-type'],
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  it.each(cases)('%s: %s', async (_id, _title, contractCase, connectors) => {
    simulator.control.reset({ connectors: 0 });
    for (const connector of connectors) {
      simulator.control.addConnector(connector);
    }

    for (const exchange of contractCase.exchanges) {
      const { status, body, type } = await answerTo(exchange);
      expect(status).toBe(exchange.answer.status);
      expect(type).toMatch(/^application\/json/);
      expect(
        differencesInShape(exchange.answer.body, body, exchange.mayAlsoHold),
      ).toEqual([]);
    }

    // The client gets on with it as with the documented platform.
    const result = await callWithClient(contractCase, simulator.urls);
    expect(differencesInOutcome(contractCase, result)).toEqual([]);
  });
});
