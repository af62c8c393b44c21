import type { Databases } from './databases';

/** On which database something is measured. */
export interface Where {
  /** What people call it. */
  name: string;
  databases: Databases;
}

/** Says how far a long benchmark has come. */
export function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

/** A number of connectors as it stands in the name of a row. */
export function counted(connectors: number): string {
  return `${connectors.toLocaleString('en')} connectors`;
}
