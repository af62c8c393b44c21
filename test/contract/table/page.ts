import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the page stands in the documentation. */
export const PAGE = join(__dirname, '../../../docs/contract.md');

/** The page as it stands there; empty where there is none. */
export function pageAsItIs(): string {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return '';
  }
}
