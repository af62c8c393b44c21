/* Runs the benchmark that the command line names, and prints its figures. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ratio, type Benchmark, type Figure } from './figures';

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

/** Prints the figures, a row each. */
function show(figures: readonly Figure[]) {
  const spreads = (
    [
      ['value varies', 'valueSpread'],
      ['baseline varies', 'spread'],
    ] as const
  ).filter(([, name]) => figures.some(figure => figure[name]));
  const hasLimit = figures.some(({ atMost }) => atMost !== undefined);
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
      ...figures.map(figure => [
        figure.what,
        inUnit(figure.unit, figure.value),
        inUnit(figure.unit, figure.baseline),
        ratio(figure).toFixed(2),
        ...spreads.map(
          ([, name]) =>
            figure[name]?.map(value => value.toFixed(2)).join(' to ') ?? '',
        ),
        ...(hasLimit ? [inUnit(figure.unit, figure.atMost)] : []),
      ]),
    ]),
  );
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
  const measured: Figure[] = [];
  try {
    for await (const figures of run(parts.length ? parts : PARTS)) {
      measured.push(...figures);
    }
  } finally {
    if (measured.length) show(measured);
  }
  if (values.json) {
    const rows = measured.map(figure => ({ ...figure, ratio: ratio(figure) }));
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
