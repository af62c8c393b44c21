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

const SECRET_ELEMENT = new RegExp(
  `<([\\w.:-]*(?:${SECRET.source})[\\w.:-]*)(?:\\s[^<>]*)?>[\\s\\S]*?</\\1\\s*>`,
  'gi',
);

/** XML in which the content of every element whose name tells of a secret is replaced. */
export function redactXml(xml: string): string {
  return xml.replace(SECRET_ELEMENT, `<$1>${REPLACEMENT}</$1>`);
}

/** The fields of a multipart form; of its files only name, type and size. */
export function redactForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    fields[name] =
      typeof value === 'string'
        ? value
        : { filename: value.name, type: value.type, bytes: value.size };
  }
  return redact(fields) as Record<string, unknown>;
}
