import type { Simulator } from 'qualys-simulator';
import { request as send } from 'undici';
import type { Answer, ContractCase, Request } from '../contractCase';
import { parseXmlContent, writeAnswer, writeBody } from './bodies';
import { authorizationOf, signsIn, tokenIn } from './client';

/** An answer of the simulator, parsed as its content type says. */
export interface SimulatedAnswer {
  status: number;
  /** `json`, `xml` or `text`; undefined where the answer is empty. */
  form: string | undefined;
  content: unknown;
}

function formOf(contentType: string): string {
  if (/[/+]json\b/.test(contentType)) return 'json';
  return /[/+]xml\b/.test(contentType) ? 'xml' : 'text';
}

function contentOf(text: string, form: string): unknown {
  if (form === 'json') return JSON.parse(text) as unknown;
  return form === 'xml' ? parseXmlContent(text) : text;
}

/** The documented answer as the simulator's is parsed. */
export function documentedAnswer(answer: Answer): SimulatedAnswer {
  const written = writeAnswer(answer);
  const form = written && formOf(written.contentType);
  return {
    status: answer.status,
    form,
    content: written && contentOf(written.text, form!),
  };
}

/** Sends the requests of a case to the simulator, as the documents print them. */
export function rawCaller(simulator: Simulator, contractCase: ContractCase) {
  let token: string | undefined;

  return async (request: Request): Promise<SimulatedAnswer> => {
    const url = new URL(request.path, simulator.urls[request.host]);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.append(name, value);
    }
    const body = request.body && (await writeBody(request.body));
    const authorization = authorizationOf(request, contractCase, token);
    const answer = await send(url, {
      method: request.method,
      headers: {
        accept: request.accept ?? 'application/json',
        'x-requested-with': 'contract',
        ...(authorization && { authorization }),
        ...(body && { 'content-type': body.contentType }),
      },
      body: body?.bytes,
    });
    const text = await answer.body.text();
    if (signsIn(request)) token = tokenIn(text);
    const type = answer.headers['content-type'];
    const form = text ? formOf(String(type)) : undefined;
    return {
      status: answer.statusCode,
      form,
      content: form && contentOf(text, form),
    };
  };
}
