import type { Dispatcher } from 'undici';
import {
  isLimit,
  permanentAdvice,
  readLimitHeaders,
  readRefusal,
  refusalWaitSeconds,
  type LimitHeaders,
} from '../governor';
import {
  type Answer,
  type Call,
  connectionFailure,
  Failure,
  failureWith,
  headerOf,
  parsedIfAny,
  readAnswer,
  statusFailure,
  type Transport,
  type WireRequest,
} from '../http';
import type { CallScope } from './scope';

function redirectFailure(
  response: Dispatcher.ResponseData,
  requested: URL,
): Failure {
  const location = headerOf(response, 'location') ?? '';
  const target = URL.canParse(location, requested.href)
    ? new URL(location, requested)
    : undefined;
  return new Failure({
    kind: 'unexpectedAnswer',
    what: 'Qualys sent the call elsewhere; the client follows no redirect.',
    // Without the user name, password, query and fragment that it may hold.
    said:
      target &&
      `redirect to ${target.protocol}//${target.host}${target.pathname}`,
    advice: 'Check the platform or the address.',
    status: response.statusCode,
    // After the others the server may have done what it was asked for.
    notDone: [301, 307, 308].includes(response.statusCode),
  });
}

function refusal<T, P>(
  call: Call<T, P>,
  headers: LimitHeaders,
  answer: Answer,
): Failure {
  const { status } = answer;
  const own = call.problemIn(parsedIfAny(call.format, answer), answer) ?? {};
  const general = readRefusal(answer.text);
  const problem = {
    ...own,
    code: own.code ?? general.code,
    said: own.said ?? general.said,
  };
  const code = general.code ?? own.code;
  if (isLimit(status, code, headers)) {
    return failureWith(statusFailure(429, problem), {
      status,
      retryAfter: refusalWaitSeconds(headers, general),
    });
  }
  const advice = status === 409 ? permanentAdvice(code) : undefined;
  if (advice) {
    return failureWith(statusFailure(403, problem), { status, advice });
  }
  return failureWith(statusFailure(status, problem, call.advice), {
    retryAfter: headers.retryAfterSeconds,
  });
}

async function receive(
  transport: Transport,
  wire: WireRequest,
  scope: CallScope,
  maxAnswerBytes: number,
): Promise<{ response: Dispatcher.ResponseData; answer: Answer }> {
  try {
    // undici does not give up a request while its connection is being made.
    const response = await Promise.race([transport.send(wire), scope.aborted]);
    const answer = await readAnswer(response, maxAnswerBytes);
    return { response, answer };
  } catch (error) {
    if (scope.signal.aborted) throw scope.signal.reason;
    throw error instanceof Failure ? error : connectionFailure(error);
  }
}

/**
 * One attempt of a call: sends it, and makes sense of the answer.
 *
 * @param setup - `heard` is told what the answer says of limits
 * @throws Failure, or the reason of the scope's signal
 */
export async function exchange<T, P>(
  call: Call<T, P>,
  wire: WireRequest,
  setup: {
    transport: Transport;
    scope: CallScope;
    maxAnswerBytes: number;
    heard(headers: LimitHeaders): void;
  },
): Promise<{ value: T; status: number }> {
  const { transport, scope, maxAnswerBytes } = setup;
  const { response, answer } = await receive(
    transport,
    wire,
    scope,
    maxAnswerBytes,
  );
  const { status } = answer;
  const headers = readLimitHeaders(
    name => headerOf(response, name),
    Date.now(),
  );
  setup.heard(headers);
  if (status >= 300 && status < 400) {
    throw redirectFailure(response, new URL(wire.path, wire.origin));
  }
  if (status >= 400) throw refusal(call, headers, answer);
  try {
    return { value: call.read(call.format.parse(answer)), status };
  } catch (error) {
    throw error instanceof Failure && error.facts.status === undefined
      ? failureWith(error, { status })
      : error;
  }
}
