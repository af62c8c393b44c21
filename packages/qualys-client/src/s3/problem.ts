import { z } from 'zod';
import type { Answer, Problem } from '../http';

const filled = z
  .union([z.string().trim().min(1), z.number()])
  .transform(String)
  .optional()
  .catch(undefined);

const problemSchema = z.object({
  errorCode: filled,
  code: filled,
  error: filled,
  message: filled,
  messsage: filled,
  status: z.int().optional().catch(undefined),
});

/**
 * What an answer of the gateway says of its own failure. No form of it is
 * documented, so each that occurs in its neighbourhood is read:
 * `{errorCode, message}`, `{error, …}`, `{message}`, `{messsage}` as in the
 * answers to successful calls, and plain text. Of a page of HTML there is
 * nothing to say.
 *
 * Source: not documented; `{errorCode, message}` is that of CloudView API v1,
 * `messsage` is from AWS S3 integration, "Update Integration".
 *
 * @param parsed - the answer as JSON; undefined where it is none
 * @param answer - the answer as it came
 */
export function gatewayProblemIn(
  parsed: unknown,
  answer?: Answer,
): Problem | undefined {
  const object = problemSchema.safeParse(parsed);
  if (!object.success) {
    const isText = answer?.type === 'text/plain' && answer.text.trim() !== '';
    return isText ? { said: answer.text } : undefined;
  }
  const { errorCode, code, error, message, messsage, status } = object.data;
  return {
    code: errorCode ?? code ?? error,
    said: message ?? messsage,
    status,
  };
}

// What stands in place of a code where nothing went wrong.
const NO_CODE = /^(?:0|2\d\d|ok|success|created)$/i;

/**
 * The failure that an answer tells of although it says success (HTTP 200).
 * Only the code or the status of an error counts: the text of a success stands
 * where that of a failure does.
 */
export function failureInSuccess(parsed: unknown): Problem | undefined {
  const problem = gatewayProblemIn(parsed);
  if (!problem) return undefined;
  const { code, status = 0 } = problem;
  const failed = status >= 400 || (code !== undefined && !NO_CODE.test(code));
  return failed ? problem : undefined;
}
