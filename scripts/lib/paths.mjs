// Where things are. Everything that set-up downloads lies under `.tools` or
// `node_modules`; neither is in git.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const TOOLS = join(ROOT, '.tools');
export const inRoot = (...parts) => join(ROOT, ...parts);
