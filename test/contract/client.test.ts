import { CONTRACT_CASES } from './cases';
import type { ContractCase, RequestBody } from './contractCase';
import { expectedBody } from './runners/bodies';
import {
  authorizationOf,
  callWithClient,
  signsIn,
  tokenIn,
} from './runners/client';
import { playAnswers } from './runners/playedServer';

const cases = CONTRACT_CASES.map(
  contractCase => [contractCase.id, contractCase.title, contractCase] as const,
);

function expectedResult({ outcome }: ContractCase) {
  return 'value' in outcome
    ? outcome
    : { error: expect.objectContaining(outcome.error) };
}

function expectedContentType(body: RequestBody | undefined): unknown {
  if (!body) return undefined;
  if ('json' in body) return 'application/json';
  if ('xml' in body) return 'text/xml';
  if ('form' in body) return 'application/x-www-form-urlencoded';
  return expect.stringMatching(/^multipart\/form-data; boundary=/);
}

function expectedRequests(contractCase: ContractCase) {
  let token: string | undefined;
  return contractCase.exchanges.map(({ request, answer }) => {
    const authorization = authorizationOf(request, contractCase, token);
    if (signsIn(request)) token = tokenIn(answer.text ?? '');
    return {
      host: request.host,
      method: request.method,
      path: request.path,
      query: Object.entries(request.query ?? {}),
      headers: {
        accept: request.accept ?? 'application/json',
        authorization,
        'content-type': expectedContentType(request.body),
        'x-requested-with': expect.stringMatching(/./),
      },
      body: expectedBody(request.body),
    };
  });
}

describe('the client keeps to the documents', () => {
  it.each(cases)('%s: %s', async (_id, _title, contractCase) => {
    const platform = await playAnswers(contractCase.exchanges);
    try {
      const result = await callWithClient(contractCase, platform.urls);

      // Exactly these requests, …
      const seen = platform.seen.map(({ headers, ...request }) => ({
        ...request,
        headers: {
          accept: headers.accept,
          authorization: headers.authorization,
          'content-type': headers['content-type'],
          'x-requested-with': headers['x-requested-with'],
        },
      }));
      expect(seen).toEqual(expectedRequests(contractCase));
      // … and exactly this reading of the answers.
      expect(result).toEqual(expectedResult(contractCase));
    } finally {
      await platform.stop();
    }
  });
});
