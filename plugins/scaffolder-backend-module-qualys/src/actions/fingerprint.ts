import { createHash } from 'node:crypto';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

/**
 * What tells one run of a step from all others: the same task, step and input
 * give the same text, however often the step runs.
 */
export function fingerprint(
  taskId: string,
  stepId: string | undefined,
  input: unknown,
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([taskId, stepId ?? '', sorted(input)]))
    .digest('hex');
  return `scaffolder-${hash}`;
}
