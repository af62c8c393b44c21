import type { SecurityHubIntegration } from 'qualys-model';
import { integrationOf, othersOf, ShapeError } from './integrationOf';
import {
  JavaReader,
  JavaTextError,
  TooMuchWork,
  type JavaMap,
  type NameEnd,
  type Work,
} from './javaReader';
import { NameEnds } from './nameEnds';

const VM = 'VM';
// Applications are told from members of an integration by their capital letters.
const APP = /^[A-Z][A-Z0-9_]*$/;
const WRAPPER = /\{\s*(?:\}|[A-Z][A-Z0-9_]*\s*=)/y;

// One way takes three or four looks at each character.
const LOOKS_PER_CHARACTER = 24;
const MOST_ATTEMPTS = 1_000;

/** What was read, and the reader behind it. */
interface Step {
  integrations: SecurityHubIntegration[];
  reader: JavaReader;
}

/** Follows all ways in which one text can be read. */
class Readings {
  /** Of all that stopped a way, what came last in the text. */
  trouble = new JavaTextError(0, 'it is empty');

  constructor(private readonly text: string, private readonly work: Work) {}

  /** The ways to read the whole text. */
  *all(lenient: boolean): Generator<SecurityHubIntegration[]> {
    const start = new JavaReader(this.text, this.work, lenient);
    if (start.next() === '[') {
      const integrations = this.attempt(() => {
        const list = start.list(0, reader => this.first(reader, 1));
        this.expectEnd(start);
        return list.flat();
      });
      if (integrations) yield integrations;
      return;
    }
    for (const { integrations, reader } of this.unit(start, 0)) {
      if (reader.next() === '') {
        yield integrations;
      } else if (this.meetsAnother(reader)) {
        throw new JavaTextError(
          reader.at,
          'another integration, or the rest of a name, stands beside the first',
        );
      }
    }
  }

  private meetsAnother(reader: JavaReader): boolean {
    reader.take(',');
    return reader.next() === '{';
  }

  private expectEnd(reader: JavaReader): void {
    if (reader.next() !== '') reader.fail('the end of the text is expected');
  }

  /** One object of several: where its name can end in several places, the first of them. */
  private first(reader: JavaReader, depth: number): SecurityHubIntegration[] {
    for (const step of this.unit(reader, depth)) {
      if ([',', '{', ']'].includes(step.reader.next())) {
        reader.follow(step.reader);
        return step.integrations;
      }
    }
    throw this.trouble;
  }

  /** An integration, bare or with the name of its application around it. */
  private *unit(reader: JavaReader, depth: number): Generator<Step> {
    reader.next();
    WRAPPER.lastIndex = reader.at;
    if (!WRAPPER.test(this.text)) {
      yield* this.integration(reader, depth);
      return;
    }
    const apps: JavaMap = new Map();
    const opened = this.attempt(() => this.openWrapper(reader, depth, apps));
    if (opened === 'empty') {
      yield { integrations: [], reader };
    } else if (opened === 'list') {
      const inside = reader.fork();
      const integrations = this.attempt(() =>
        inside.list(depth + 1, item => this.first(item, depth + 2)).flat(),
      );
      if (integrations) {
        yield* this.closed({ integrations, reader: inside }, depth, apps);
      }
    } else if (opened === 'map') {
      for (const step of this.integration(reader, depth + 1)) {
        yield* this.closed(step, depth, apps);
      }
    }
  }

  /** Goes up to what stands behind `VM=`. */
  private openWrapper(
    reader: JavaReader,
    depth: number,
    apps: JavaMap,
  ): 'empty' | 'list' | 'map' {
    reader.expect('{');
    if (reader.next() === '}') {
      reader.closeMap();
      return 'empty';
    }
    for (;;) {
      const app = this.otherApp(reader, depth, apps);
      if (app === VM) return reader.next() === '[' ? 'list' : 'map';
      if (!reader.take(',')) reader.fail(`“${VM}=” is expected`);
    }
  }

  /** Reads the name of an application, and what stands behind it unless it is `VM`. */
  private otherApp(reader: JavaReader, depth: number, apps: JavaMap): string {
    const app = reader.key();
    if (!APP.test(app) || apps.has(app)) {
      reader.fail(`“${app}” is no application, or stands twice`);
    }
    if (app !== VM) apps.set(app, reader.value(depth + 1));
    return app;
  }

  /** Reads the end of the wrapper around integrations. */
  private *closed(
    { integrations, reader }: Step,
    depth: number,
    before: JavaMap,
  ): Generator<Step> {
    const apps = new Map(before);
    const closed = this.attempt(() => {
      while (reader.take(',')) {
        if (this.otherApp(reader, depth, apps) === VM) {
          reader.fail(`“${VM}” stands twice`);
        }
      }
      reader.closeMap();
      return true;
    });
    const otherApps = othersOf(apps, []);
    if (closed) {
      yield {
        integrations: integrations.map(integration => ({
          ...integration,
          ...(otherApps && { otherApps }),
        })),
        reader,
      };
    }
  }

  /** An integration, once for each place where its name can end. */
  private *integration(start: JavaReader, depth: number): Generator<Step> {
    const ends = new NameEnds(this.text, this.work);
    for (;;) {
      const reader = start.fork();
      const { step, another } = this.withNextEnd(reader, depth, ends);
      if (step) yield step;
      if (!another) return;
    }
  }

  /** An integration with the next end of its name, and whether there was one. */
  private withNextEnd(
    reader: JavaReader,
    depth: number,
    ends: NameEnds,
  ): { step?: Step; another: boolean } {
    let another = false;
    const nameEnd: NameEnd = (from, before) => {
      const end = ends.next(from, before);
      if (end === undefined) reader.fail('“, integrationId=” is expected');
      another = true;
      return end;
    };
    const step = this.attempt((): Step => {
      const members = reader.map(depth, nameEnd);
      try {
        return { integrations: [integrationOf(members)], reader };
      } catch (error) {
        if (error instanceof ShapeError) reader.fail(error.message);
        throw error;
      }
    });
    return { step, another };
  }

  /** What a way comes to, or undefined where it ends. */
  private attempt<T>(way: () => T): T | undefined {
    try {
      return way();
    } catch (error) {
      if (!(error instanceof JavaTextError)) throw error;
      if (error instanceof TooMuchWork) throw error;
      if (error.at >= this.trouble.at) this.trouble = error;
      return undefined;
    }
  }
}

/**
 * Reads a text in which Qualys prints integrations of Security Hub:
 * `{VM={name=…, integrationId=49, …}}`, the same without `{VM=` and `}`, or a
 * list of either. What may be damaged is said at {@link JavaReader}; a text
 * that has a reading without damage is never read with.
 *
 * A name is printed without quotes and may hold whatever the structure is made
 * of. It ends before a `, integrationId=`, and where there are several of
 * these, each is tried: only one that leaves a whole integration behind it
 * counts, with every key once and nothing after its end. Where two such ways
 * are left, none can be proved, and the text is refused. So is a text of several
 * integrations that stand side by side, since it is also that of one with a
 * very odd name. In a list, integrations are expected to be several: there the
 * first place counts after which a whole integration and the next one follow.
 *
 * The work is bounded in proportion to the length of the text, whatever stands
 * in it: a text that would need more is refused too, such as one with a name
 * that could end in more than a thousand places.
 *
 * @throws JavaTextError where it cannot be read, wholly and in one way
 */
export function readIntegrations(text: string): SecurityHubIntegration[] {
  const ways = new Readings(text, {
    characters: LOOKS_PER_CHARACTER * (text.length + 64),
    attempts: MOST_ATTEMPTS,
  });
  for (const lenient of [false, true]) {
    const [reading, other] = firstTwo(ways.all(lenient));
    if (other) {
      throw new JavaTextError(0, 'it can be read in more than one way');
    }
    if (reading) return reading;
  }
  throw ways.trouble;
}

function firstTwo<T>(values: Iterable<T>): T[] {
  const found: T[] = [];
  for (const value of values) {
    if (found.push(value) === 2) break;
  }
  return found;
}
