import { XMLBuilder } from 'fast-xml-parser';

const builder = new XMLBuilder({
  format: true,
  cdataPropName: '#cdata',
  suppressEmptyNode: false,
});

/**
 * A document as the calls under `/api/2.0/fo` write it.
 *
 * @param root - the name of the root element
 * @param dtd - the path of its DTD
 * @param content - what is in it; `{ '#cdata': text }` for a text in CDATA
 */
export function foDocument(root: string, dtd: string, content: object): string {
  const head = `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE ${root} SYSTEM "https://qualysapi.qualys.com${dtd}">
`;
  return head + String(builder.build({ [root]: content }));
}
