import { jsonOf, type Answer } from './answer';

/** A way to read answers. */
export interface Format<P> {
  /** The media type that a call asks for. */
  accept: string;
  /** @throws Failure where the answer is of another kind */
  parse(answer: Answer): P;
}

/** JSON, whatever it holds. */
export const jsonFormat: Format<unknown> = {
  accept: 'application/json',
  parse: jsonOf,
};

/** JSON, or nothing at all, which reads as undefined. */
export const jsonOrNothing: Format<unknown> = {
  accept: 'application/json',
  parse: answer => (answer.text.trim() ? jsonOf(answer) : undefined),
};

/** The answer as a format reads it, or undefined where it cannot. */
export function parsedIfAny<P>(
  format: Format<P>,
  answer: Answer,
): P | undefined {
  try {
    return format.parse(answer);
  } catch {
    return undefined;
  }
}
