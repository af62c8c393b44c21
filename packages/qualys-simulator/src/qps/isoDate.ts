/**
 * A time as the `qps` APIs write it, such as `2026-03-04T10:30:00Z`.
 *
 * @param time - milliseconds since 1970 (UTC)
 */
export function isoDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
