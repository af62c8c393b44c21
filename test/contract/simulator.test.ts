import { isDeepStrictEqual } from 'node:util';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { CONTRACT_CASES } from './cases';
import type { ContractCase, SimulatorSetUp } from './contractCase';
import { callWithClient, CREDENTIALS } from './runners/client';
import { differencesInShape } from './runners/shape';
import { documentedAnswer, rawCaller } from './runners/simulator';

const cases = CONTRACT_CASES.flatMap(contractCase =>
  'never' in contractCase.simulator
    ? []
    : [
        [
          contractCase.id,
          contractCase.title,
          contractCase,
          contractCase.simulator,
        ] as const,
      ],
);

type Result = Awaited<ReturnType<typeof callWithClient>>;

const withoutUndefined = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

// Unless a case is exact, values may differ and more may be told; the kind of
// error may not differ.
function differencesInOutcome(
  { outcome }: ContractCase,
  result: Result,
  exact = false,
) {
  if ('value' in outcome) {
    if (!('value' in result)) return [result.error.message];
    const [documented, actual] = [outcome.value, result.value].map(
      withoutUndefined,
    );
    if (exact && !isDeepStrictEqual(actual, documented)) {
      return [`it is ${JSON.stringify(actual)}`];
    }
    return differencesInShape(documented, actual, 'anything');
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

  function setUp({ connectors = [], behaviours, holds }: SimulatorSetUp) {
    simulator.control.reset({ connectors: 0 });
    for (const connector of connectors) {
      simulator.control.addConnector(connector);
    }
    if (behaviours) simulator.control.setBehaviours(behaviours);
    holds?.(simulator.control);
  }

  it.each(cases)('%s: %s', async (_id, _title, contractCase, holding) => {
    setUp(holding);
    const callRaw = rawCaller(simulator, contractCase);
    for (const { request, answer, mayAlsoHold } of contractCase.exchanges) {
      const documented = documentedAnswer(answer);
      const { status, form, content } = await callRaw(request);
      expect({ status, form }).toEqual({
        status: documented.status,
        form: documented.form,
      });
      expect(
        differencesInShape(documented.content, content, mayAlsoHold),
      ).toEqual([]);
    }

    // The client gets on with it as with the documented platform.
    setUp(holding);
    const result = await callWithClient(contractCase, simulator.urls);
    expect(differencesInOutcome(contractCase, result, holding.exact)).toEqual(
      [],
    );
  });
});
