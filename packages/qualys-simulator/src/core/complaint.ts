import type { z } from 'zod';

/** What does not fit in a request, with the name of the field. */
export function complaint({ issues: [issue] }: z.ZodError): string {
  const field = issue.path.join('.');
  return field ? `${field}: ${issue.message}` : issue.message;
}
