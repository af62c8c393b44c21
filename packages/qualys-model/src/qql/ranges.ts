import { z } from 'zod';
import { QqlRange } from './tree';

const NUMBER = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const LONGEST_COMPARABLE = 64;

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/**
 * Whether the lower limit lies above the upper one, for numbers, IP addresses
 * of one family and ISO dates; false for limits that cannot be compared.
 */
export function isReversed({ lower, upper }: QqlRange): boolean {
  if (
    lower.text.length > LONGEST_COMPARABLE ||
    upper.text.length > LONGEST_COMPARABLE
  ) {
    return false;
  }
  for (const measure of [numberOf, ipv4Of, ipv6Of, dateOf, zonedTimeOf]) {
    const from = measure(lower.text);
    const to = measure(upper.text);
    if (from && to) {
      return isAbove(from, to);
    }
  }
  return false;
}

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((part, i) => part !== b[i]);
  return index >= 0 && a[index] > b[index];
}

function numberOf(text: string): number[] | undefined {
  return NUMBER.test(text) ? [Number(text)] : undefined;
}

function ipv4Of(text: string): number[] | undefined {
  return ipv4.safeParse(text).success ? text.split('.').map(Number) : undefined;
}

function ipv6Of(text: string): number[] | undefined {
  if (!ipv6.safeParse(text).success) {
    return undefined;
  }
  const [head, tail] = text.split('::');
  const start = groupsOf(head);
  const end = tail === undefined ? [] : groupsOf(tail);
  const zeros = new Array<number>(
    Math.max(0, 8 - start.length - end.length),
  ).fill(0);
  return [...start, ...zeros, ...end];
}

function groupsOf(part: string): number[] {
  return part
    .split(':')
    .filter(group => group !== '')
    .flatMap(group => {
      const bytes = ipv4Of(group);
      return bytes
        ? [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]]
        : [parseInt(group, 16)];
    });
}

/** Dates and times without an offset: which one is meant is not known, but it is the same for both limits. */
function dateOf(text: string): number[] | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts || parts[2]) {
    return undefined;
  }
  return instant(parts[1] ? `${text}Z` : text);
}

function zonedTimeOf(text: string): number[] | undefined {
  return ISO_DATE.exec(text)?.[2] ? instant(text) : undefined;
}

function instant(text: string): number[] | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : [time];
}
