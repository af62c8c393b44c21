/* Writes the page of the contract into the documentation. */
import { writeFileSync } from 'node:fs';
import { contractTable } from './contractTable';
import { PAGE } from './page';

writeFileSync(PAGE, contractTable());
