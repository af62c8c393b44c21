import { Agent, request, type Dispatcher } from 'undici';
import { startSimulator, type Simulator, type SimulatorOptions } from '..';

/** When the platforms of the tests start; their clocks stand still unless moved. */
export const START = Date.UTC(2026, 2, 4, 10, 30, 0);

/** The `Authorization` that goes with some credentials. */
export function basic(credentials: { username: string; password: string }) {
  const { username, password } = credentials;
  const encoded = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${encoded}` };
}

/** An answer, read to its end. */
export interface Answer {
  status: number;
  headers: Dispatcher.ResponseData['headers'];
  text: string;
  /** The body as JSON; throws where it is none. */
  json(): any;
}

/** A platform with a clock that stands still, and ways to call it. */
export interface TestPlatform extends Simulator {
  /** Calls any address. */
  call(url: string, options?: Parameters<typeof request>[1]): Promise<Answer>;
  /**
   * Calls any address, signed in as the header says (Basic unless given), with
   * a form or any value as JSON.
   */
  send(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Signs in at the gateway, and gives the token. */
  signIn(): Promise<string>;
  /** Calls CloudView, signed in, and expects 200. */
  get(path: string): Promise<any>;
  /** Calls the control port. */
  controlPort(method: string, path: string, body?: unknown): Promise<Answer>;
}

async function encodedBody(body: unknown) {
  if (body === undefined) return {};
  if (!(body instanceof FormData)) {
    const headers = { 'content-type': 'application/json' };
    return { headers, body: JSON.stringify(body) };
  }
  const form = new Response(body);
  const headers = { 'content-type': form.headers.get('content-type')! };
  return { headers, body: Buffer.from(await form.arrayBuffer()) };
}

/** Starts a platform for tests; `stop` ends it and the calls to it. */
export async function startPlatform(
  options: SimulatorOptions = {},
): Promise<TestPlatform> {
  const simulator = await startSimulator({
    now: () => new Date(START),
    ...options,
  });
  const agent = new Agent();

  const call: TestPlatform['call'] = async (url, init) => {
    const response = await request(url, { ...init, dispatcher: agent });
    const text = await response.body.text();
    return {
      status: response.statusCode,
      headers: response.headers,
      text,
      json: () => JSON.parse(text),
    };
  };

  return {
    ...simulator,
    call,
    send: async (method, url, body, headers = basic(simulator.credentials)) => {
      const sent = await encodedBody(body);
      return call(url, {
        method: method as Dispatcher.HttpMethod,
        headers: { ...sent.headers, ...headers },
        body: sent.body,
      });
    },
    signIn: async () => {
      const form = { ...simulator.credentials, token: 'true' };
      const answer = await call(`${simulator.urls.gateway}/auth`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.text;
    },
    get: async path => {
      const url = `${simulator.urls.cloudView}/cloudview-api/rest/v1${path}`;
      const answer = await call(url, { headers: basic(simulator.credentials) });
      if (answer.status !== 200) {
        throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
      }
      return answer.json();
    },
    controlPort: (method, path, body) =>
      call(`${simulator.urls.control}${path}`, {
        method: method as Dispatcher.HttpMethod,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    stop: async () => {
      await simulator.stop();
      await agent.destroy();
    },
  };
}
