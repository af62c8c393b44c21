import { z } from 'zod';
import type { Problem } from '../http';

const filled = z
  .union([z.string().trim().min(1), z.number()])
  .transform(String);
const optional = filled.optional().catch(undefined);

const problemSchema = z.object({
  errorCode: optional,
  error: optional,
  message: optional,
  status: z.number().int().optional().catch(undefined),
});

/**
 * What an answer of CloudView says of its own failure, or undefined where it
 * says nothing of the kind. Two forms occur: CloudView's own
 * `{errorCode, message, timestamp}` and that of the Spring framework,
 * `{timestamp, status, error, message, path}`.
 *
 * Source: CloudView API v1, `APIErrorFacade`.
 */
export function cloudViewProblemIn(json: unknown): Problem | undefined {
  const parsed = problemSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { errorCode, error, message, status } = parsed.data;
  const code = errorCode ?? error;
  if (code === undefined && message === undefined) return undefined;
  return { code, said: message, status };
}
