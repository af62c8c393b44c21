import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root';

/**
 * The code that a page in Markdown shows in one language, in the order of the page.
 *
 * @param page - its path in the repository
 * @param language - what stands behind the fence, such as `ts`
 */
export async function codeOf(
  page: string,
  language: string,
): Promise<string[]> {
  const fences = /^```(\w+)\n([^]*?)^```$/gm;
  const text = await readFile(join(ROOT, page), 'utf8');
  return [...text.matchAll(fences)].flatMap(([, tag, code]) =>
    tag === language ? [code] : [],
  );
}
