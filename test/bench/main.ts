/* Runs the benchmark that the command line names, and prints its figures. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ratio, type Benchmark } from './figures';

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

async function main(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  const [file, ...parts] = positionals;
  const { run, PARTS = [] } = require(file) as Benchmark;
  const unknown = parts.find(part => !PARTS.includes(part));
  if (unknown !== undefined) {
    const has = PARTS.length ? `it has ${PARTS.join(', ')}` : 'it has none';
    throw new Error(`There is no part ${unknown} of this benchmark; ${has}`);
  }
  const rows = (await run(parts.length ? parts : PARTS)).map(figure => ({
    ...figure,
    ratio: ratio(figure),
  }));
  const spreads = (
    [
      ['value varies', 'valueSpread'],
      ['baseline varies', 'spread'],
    ] as const
  ).filter(([, name]) => rows.some(row => row[name]));
  const hasLimit = rows.some(row => row.atMost !== undefined);
  const inUnit = (unit: string, value?: number) =>
    value === undefined ? '' : `${value.toFixed(2)} ${unit}`;
  process.stdout.write(
    table([
      [
        'what',
        'value',
        'baseline',
        'ratio',
        ...spreads.map(([title]) => title),
        ...(hasLimit ? ['at most'] : []),
      ],
      ...rows.map(row => [
        row.what,
        inUnit(row.unit, row.value),
        inUnit(row.unit, row.baseline),
        row.ratio.toFixed(2),
        ...spreads.map(
          ([, name]) =>
            row[name]?.map(value => value.toFixed(2)).join(' to ') ?? '',
        ),
        ...(hasLimit ? [inUnit(row.unit, row.atMost)] : []),
      ]),
    ]),
  );
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
