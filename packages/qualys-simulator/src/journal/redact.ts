const SECRET =
  /passw|secret|token|credential|authenticationkey|private_?key|configfile|authorization/i;

const REPLACEMENT = '[redacted]';

/**
 * A copy of a value in which every member whose name tells of a secret is
 * replaced.
 */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET.test(name) ? REPLACEMENT : redact(member),
    ]),
  );
}

/** The same for the parameters of a query. */
export function redactQuery(
  query: Record<string, string>,
): Record<string, string> {
  return redact(query) as Record<string, string>;
}
