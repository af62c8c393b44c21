import type { SecurityHubIntegration } from 'qualys-model';
import { notUnderstood } from '../answers';
import { Failure } from '../http';
import { shownPath } from '../input/shownPath';
import { successIn } from '../qps';
import { advice } from './advice';
import { readIntegrations } from './integrationText';
import { JavaTextError } from './javaReader';

const DATA = ['ServiceResponse', 'data'];
const SHOWN_BEFORE = 20;
const SHOWN = 60;

/**
 * The texts in an answer about Security Hub: sentences for people, ids, and
 * structures. `count` is no measure of them: the samples count now the texts,
 * now the accounts.
 *
 * @throws Failure for a failure that the answer tells of, and for texts that are none
 */
function textsOf(parsed: unknown): string[] {
  const { data, count } = successIn(parsed, advice);
  if ((data === undefined || data === null) && String(count) === '0') return [];
  const texts = typeof data === 'string' ? [data] : data;
  if (!Array.isArray(texts)) throw notUnderstood(DATA);
  if (texts.length === 0 && Number(count ?? 0) !== 0) throw notUnderstood(DATA);
  return texts.map((text, index) => {
    if (typeof text !== 'string') throw notUnderstood([...DATA, index]);
    return text;
  });
}

/** Reads the answer to a change: a sentence for people, if it succeeded. */
export function readDone(parsed: unknown): void {
  successIn(parsed, advice);
}

/**
 * The id in the answer to creating an integration: `integrationId=40`.
 *
 * @throws Failure where there is no id, or more than one
 */
export function readCreated(parsed: unknown): { id: string } {
  const ids = textsOf(parsed).flatMap(text =>
    [...text.matchAll(/\bintegrationId\s*=\s*(\d+)/g)].map(([, id]) => id),
  );
  if (ids.length !== 1) throw notUnderstood(DATA);
  return { id: ids[0] };
}

function notReadable(text: string, index: number, error: JavaTextError) {
  const path = shownPath([...DATA, index]);
  const from = Math.max(0, error.at - SHOWN_BEFORE);
  return new Failure({
    kind: 'unexpectedAnswer',
    what: `The integrations of Security Hub in the answer cannot be read at character ${
      error.at + 1
    } of their text: ${error.message}.`,
    said: `at ${path}: … ${text.slice(from, from + SHOWN)} …`,
    advice:
      'Nothing of it is shown, since it would not be the whole. If the name of an integration holds “, integrationId=” or braces, rename it.',
    path,
  });
}

/**
 * Reads the answer to a question for integrations.
 *
 * @throws Failure where any of its texts cannot be read wholly and in one way,
 * or an integration stands in them twice
 */
export function readReading(parsed: unknown): {
  integrations: SecurityHubIntegration[];
  raw: string[];
} {
  const raw = textsOf(parsed);
  const integrations = raw.flatMap((text, index) => {
    try {
      return readIntegrations(text);
    } catch (error) {
      if (!(error instanceof JavaTextError)) throw error;
      throw notReadable(text, index, error);
    }
  });
  if (new Set(integrations.map(({ id }) => id)).size < integrations.length) {
    throw notUnderstood(DATA, 'The answer holds an integration twice.');
  }
  return { integrations, raw };
}
