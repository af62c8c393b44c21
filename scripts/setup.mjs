// `node scripts/setup.mjs`: only the set-up, without starting anything.
import { setUp } from './lib/setup.mjs';

await setUp();
