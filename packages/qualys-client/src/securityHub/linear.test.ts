import { readIntegrations } from './integrationText';
import { JavaTextError } from './javaReader';

const LONG = 1024 * 1024;

/** As many whole units as fit in a length. */
const filled = (unit: string, length: number) =>
  unit.repeat(Math.floor(length / unit.length));

const TAIL = ', integrationId=49, customerId=5, vmConfigs=[]}';
const ROW =
  '{awsAccountId=1, severity=3, category=Potential, regions=[eu-west-1]}';

/** An integration with a name that fills a length. */
const named = (unit: string) => (length: number) =>
  `{name=${filled(unit, length)}${TAIL}`;

/** Texts that a careless reader would go through again and again. */
const SHAPES: Array<[string, (length: number) => string]> = [
  ['one long name', named('x')],
  ['a name of spaces', named(' ')],
  ['a name of commas', named(', ')],
  ['a name of ends', named(', integrationId=7')],
  ['a name of ends without digits', named(', integrationId=')],
  ['a name of ends and spaces', named(',   integrationId  =  7  ')],
  ['a name of members', named(', integrationId=7, a=b')],
  ['a name of integrations', named(TAIL)],
  ['a name of objects side by side', named(`${TAIL}, {name=`)],
  ['a name of objects in each other', named(', integrationId=7, a={b=')],
  ['a name of lists', named(', integrationId=7, a=[{b=c}, {b=c}], ')],
  ['a name of braces', named('}')],
  [
    'many accounts',
    length =>
      `{name=a, integrationId=1, vmConfigs=[${filled(
        `${ROW}, `,
        length,
      )}${ROW}]}`,
  ],
  ['accounts without commas', length => `{vmConfigs=[${filled(ROW, length)}]}`],
  ['a list of integrations', length => `[${filled(`{name=a${TAIL}`, length)}]`],
  ['integrations side by side', length => filled(`{name=a${TAIL}`, length)],
  [
    'the id before the name',
    length => `{integrationId=1, name=${filled('}, vmConfigs=[]', length)}}`,
  ],
  [
    'a long object before the name',
    length =>
      `{vmConfigs=[${filled(ROW, length / 2)}], name=${filled(
        ', integrationId=7',
        length / 2,
      )}}`,
  ],
  ['a list of lists', length => filled('[', length)],
  ['maps in maps', length => filled('{a=', length)],
  ['open applications', length => filled('{VM=', length)],
  ['one long key', length => `{${filled('a', length)}`],
  ['keys', length => `{${filled('a=b, ', length)}`],
  ['different keys', length => `{${differentKeys(length)}}`],
  ['spaces', length => filled(' \n', length)],
  ['closing brackets', length => `{name=a${TAIL}${filled(']}', length)}`],
];

function differentKeys(length: number): string {
  return Array.from({ length: length / 12 }, (_, i) => `key${i}=v`).join(', ');
}

function work(text: string): void {
  try {
    readIntegrations(text);
  } catch (error) {
    if (!(error instanceof JavaTextError)) throw error;
  }
}

function timeOf(text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

describe('The time for a text of Security Hub', () => {
  it.each(SHAPES)('is linear in its length: %s', (_, shape) => {
    const short = shape(LONG / 8);
    const long = shape(LONG);
    // Doubled three times, linear work grows to 8 times and quadratic work to
    // 64. The bound leaves room for the garbage collector, whose share grows
    // with what is alive; the least of several runs leaves out what other work
    // of the machine adds.
    let [least, leastOfLong] = [Infinity, Infinity];
    for (let round = 0; round < 12; round++) {
      least = Math.min(least, timeOf(short));
      leastOfLong = Math.min(leastOfLong, timeOf(long));
      if (leastOfLong < 24 * least) {
        break;
      }
    }
    // What takes so few milliseconds for 1 MiB has no quadratic part.
    expect(leastOfLong).toBeLessThan(Math.max(24 * least, 5));
    expect(leastOfLong).toBeLessThan(5_000);
  });
});
