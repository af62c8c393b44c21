/* Runs the benchmark that the command line names, and prints its figures. */
import { writeFileSync } from 'node:fs';
import { ratio, type Benchmark } from './figures';

async function main([file, json]: string[]) {
  const { run } = require(file) as { run: Benchmark };
  const rows = (await run()).map(figure => ({
    ...figure,
    ratio: ratio(figure),
  }));
  const cells = [
    ['what', 'value', 'baseline', 'ratio'],
    ...rows.map(row => [
      row.what,
      `${row.value.toFixed(2)} ${row.unit}`,
      `${row.baseline.toFixed(2)} ${row.unit}`,
      row.ratio.toFixed(2),
    ]),
  ];
  const widths = cells[0].map((_, column) =>
    Math.max(...cells.map(row => row[column].length)),
  );
  for (const row of cells) {
    const padded = row.map((cell, column) => cell.padEnd(widths[column]));
    process.stdout.write(`${padded.join('  ').trimEnd()}\n`);
  }
  if (json) writeFileSync(json, `${JSON.stringify(rows, undefined, 2)}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
