import type { SecurityHubIntegration } from 'qualys-model';
import { integrationOf, othersOf, ShapeError } from './integrationOf';
import {
  JavaReader,
  JavaTextError,
  type JavaMap,
  type NameEnd,
  type Work,
} from './javaReader';

const VM = 'VM';
// Applications are told from members of an integration by their capital letters.
const APP = /^[A-Z][A-Z0-9_]*$/;
const WRAPPER = /\{\s*(?:\}|[A-Z][A-Z0-9_]*\s*=)/y;

// What follows a name where it stands in the order of the documents.
const ID_AFTER_NAME = /,\s*integrationId\s*=\s*\d+\s*(?=[,}]|$)/g;
// What may follow it where the id stands before it.
const OTHERS_AFTER_NAME = /,\s*(?:customerId|vmConfigs)\s*=|\}/g;

const WORK_PER_CHARACTER = 64;

/** What was read, and the reader behind it. */
interface Step {
  integrations: SecurityHubIntegration[];
  reader: JavaReader;
}

/** Follows all ways in which one text can be read. */
class Readings {
  /** Of all that stopped a way, what came last in the text. */
  trouble = new JavaTextError(0, 'it is empty');

  constructor(private readonly text: string) {}

  /** The ways to read the whole text. */
  *all(work: Work, lenient: boolean): Generator<SecurityHubIntegration[]> {
    const start = new JavaReader(this.text, work, lenient);
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
    let end = -1;
    for (let another = true; another; ) {
      another = false;
      const reader = start.fork();
      const nameEnd: NameEnd = (from, before) => {
        const pattern = before.has('integrationId')
          ? OTHERS_AFTER_NAME
          : ID_AFTER_NAME;
        pattern.lastIndex = Math.max(from, end + 1);
        const found = pattern.exec(this.text);
        if (!found) return reader.fail('“, integrationId=” is expected');
        another = true;
        end = found.index;
        return end;
      };
      const integration = this.attempt(() => {
        const members = reader.map(depth, nameEnd);
        try {
          return integrationOf(members);
        } catch (error) {
          if (error instanceof ShapeError) reader.fail(error.message);
          throw error;
        }
      });
      if (integration) yield { integrations: [integration], reader };
    }
  }

  /** What a way comes to, or undefined where it ends. */
  private attempt<T>(way: () => T): T | undefined {
    try {
      return way();
    } catch (error) {
      if (!(error instanceof JavaTextError)) throw error;
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
 * in it.
 *
 * @throws JavaTextError where it cannot be read, wholly and in one way
 */
export function readIntegrations(text: string): SecurityHubIntegration[] {
  const work = { left: WORK_PER_CHARACTER * (text.length + 64) };
  const ways = new Readings(text);
  for (const lenient of [false, true]) {
    const [reading, other] = firstTwo(ways.all(work, lenient));
    if (work.left < 0) {
      throw new JavaTextError(0, 'its names leave too many ways to read it');
    }
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
