import { CONTRACT_CASES } from './cases';
import type { ContractCase } from './contractCase';
import { authorizationOf, callWithClient } from './runners/client';
import { playAnswers } from './runners/playedServer';

const cases = CONTRACT_CASES.map(
  contractCase => [contractCase.id, contractCase.title, contractCase] as const,
);

function expectedResult({ outcome }: ContractCase) {
  return 'value' in outcome
    ? outcome
    : { error: expect.objectContaining(outcome.error) };
}

describe('the client keeps to the documents', () => {
  it.each(cases)('%s: %s', async (_id, _title, contractCase) => {
    const { exchanges } = contractCase;
    const platform = await playAnswers(exchanges);
    try {
      const result = await callWithClient(contractCase, platform.urls);

      // Exactly these requests, …
      expect(platform.seen).toEqual(
        exchanges.map(({ request }) => ({
          host: request.host,
          method: request.method,
          path: request.path,
          query: Object.entries(request.query ?? {}),
          headers: expect.objectContaining({
            accept: 'application/json',
            authorization: authorizationOf(request.authenticated),
            'x-requested-with': expect.stringMatching(/./),
          }),
        })),
      );
      for (const { headers } of platform.seen) {
        expect(headers).not.toHaveProperty('content-type');
      }
      // … and exactly this reading of the answers.
      expect(result).toEqual(expectedResult(contractCase));
    } finally {
      await platform.stop();
    }
  });
});
