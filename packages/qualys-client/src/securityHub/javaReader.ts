/** What stands in a text that Java's `toString` made of maps and lists. */
export type JavaValue = string | JavaValue[] | JavaMap;

/** A map of such a text, in its order. */
export type JavaMap = Map<string, JavaValue>;

/** Tells where the text after `name=` ends, which may hold any character. */
export type NameEnd = (from: number, before: JavaMap) => number;

/** Why a text cannot be read, and where. */
export class JavaTextError extends Error {
  constructor(readonly at: number, problem: string) {
    super(problem);
    this.name = 'JavaTextError';
  }
}

/** Why no more work is spent on a text. */
export class TooMuchWork extends JavaTextError {}

/** The work that reading may cost; shared by all attempts at one text. */
export interface Work {
  /** Characters that may still be looked at. */
  characters: number;
  /** How often another end of a name may still be tried. */
  attempts: number;
}

const MAX_DEPTH = 32;
const KEY = /[A-Za-z_][\w.-]*/y;
const SCALAR = /[^,{}[\]]*/y;

/**
 * Reads what `toString` of Java's maps and lists prints: `{key=value, …}` and
 * `[value, …]`. Java quotes nothing, so a text may hold none of `,{}[]` here;
 * where the end of a name lies, which may hold all of them, is for the caller
 * to say.
 *
 * White space around everything is skipped, and the comma between two maps of a
 * list may be missing. Where it is `lenient`, closing braces may be missing at
 * the end of the text, but only braces, and only after something else was
 * closed: a text that was cut off anywhere else would read as half of itself.
 */
export class JavaReader {
  private lastClose = -1;

  constructor(
    readonly text: string,
    private readonly work: Work,
    readonly lenient: boolean,
    public at = 0,
  ) {}

  /** The same text, read from where this reader stands. */
  fork(): JavaReader {
    const fork = new JavaReader(this.text, this.work, this.lenient, this.at);
    fork.lastClose = this.lastClose;
    return fork;
  }

  /** Goes on where another reader of the same text stands. */
  follow(other: JavaReader): void {
    this.at = other.at;
    this.lastClose = other.lastClose;
  }

  /** The next character that is not white space; empty at the end. */
  next(): string {
    const from = this.at;
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
    this.spend(this.at - from);
    return this.text.charAt(this.at);
  }

  take(character: string): boolean {
    if (this.next() !== character) return false;
    this.at += 1;
    return true;
  }

  expect(character: string): void {
    if (!this.take(character)) this.fail(`“${character}” is expected`);
  }

  /** The brace that ends a map. */
  closeMap(): void {
    if (this.take('}')) {
      this.lastClose = this.at;
      return;
    }
    const missing =
      this.lenient && this.next() === '' && /^\s*$/.test(this.sinceLastClose());
    if (!missing) this.fail('“,” or “}” is expected');
  }

  key(): string {
    this.next();
    const key = this.match(KEY) ?? this.fail('a key and “=” are expected');
    this.expect('=');
    this.next();
    return key;
  }

  value(depth: number): JavaValue {
    switch (this.next()) {
      case '{':
        return this.map(depth);
      case '[':
        return this.list(depth, reader => reader.value(depth + 1));
      default:
        return this.scalar();
    }
  }

  map(depth: number, nameEnd?: NameEnd): JavaMap {
    this.expect('{');
    this.checkDepth(depth);
    const members: JavaMap = new Map();
    if (this.take('}')) {
      this.lastClose = this.at;
      return members;
    }
    do {
      const key = this.key();
      if (members.has(key)) this.fail(`“${key}” stands twice in one object`);
      members.set(
        key,
        nameEnd && key === 'name'
          ? this.upTo(nameEnd(this.at, members))
          : this.value(depth + 1),
      );
    } while (this.take(','));
    this.closeMap();
    return members;
  }

  list<T>(depth: number, item: (reader: JavaReader) => T): T[] {
    this.expect('[');
    this.checkDepth(depth);
    const items: T[] = [];
    if (!this.take(']')) {
      let wasMap = false;
      do {
        wasMap = this.next() === '{';
        items.push(item(this));
      } while (this.take(',') || (wasMap && this.next() === '{'));
      this.expect(']');
    }
    this.lastClose = this.at;
    return items;
  }

  fail(problem: string): never {
    throw new JavaTextError(this.at, problem);
  }

  private scalar(): string {
    return (this.match(SCALAR) ?? '').trim();
  }

  private upTo(end: number): string {
    // Costs next to nothing, however long it is: no character is looked at.
    const text = this.text.slice(this.at, end);
    this.at = end;
    return text.trim();
  }

  private sinceLastClose(): string {
    return this.lastClose < 0 ? '?' : this.text.slice(this.lastClose, this.at);
  }

  private checkDepth(depth: number): void {
    if (depth > MAX_DEPTH) this.fail(`it is nested deeper than ${MAX_DEPTH}`);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) {
      this.spend(match.length);
      this.at += match.length;
    }
    return match;
  }

  private spend(characters: number): void {
    this.work.characters -= characters + 1;
    if (this.work.characters < 0) {
      throw new TooMuchWork(
        this.at,
        'its names leave too many ways to read it',
      );
    }
  }
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code > 127 && /\s/.test(String.fromCharCode(code)))
  );
}
