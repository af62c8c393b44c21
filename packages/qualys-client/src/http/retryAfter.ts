/**
 * The seconds that a `Retry-After` header asks to wait (RFC 9110: seconds or a
 * date), or undefined where it asks for nothing that can be understood.
 *
 * @param value - the header as it came
 * @param now - milliseconds since 1970
 */
export function retryAfterSeconds(
  value: string | undefined,
  now: number,
): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (!/[a-z]/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at)
    ? undefined
    : Math.max(0, Math.ceil((at - now) / 1000));
}
