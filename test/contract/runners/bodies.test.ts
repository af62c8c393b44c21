import type { RequestBody } from '../contractCase';
import {
  expectedBody,
  parseXml,
  parseXmlContent,
  readBody,
  writeBody,
} from './bodies';

describe('the bodies of requests', () => {
  it.each<RequestBody>([
    { json: { a: [1, '2', null] } },
    { form: { username: 'quays_xy', password: 'a+b&c=ü' } },
    {
      multipart: {
        name: 'a "name"',
        configFile: {
          filename: 'key.json',
          type: 'application/json',
          text: '{"a":\n1}',
        },
      },
    },
    { xml: '<A b="1"><C>x</C><C>y</C></A>' },
  ])('are read as they were written: %j', async body => {
    const { contentType, bytes } = await writeBody(body);
    expect(await readBody(contentType, bytes)).toEqual(expectedBody(body));
  });

  it('are the same in XML whatever the order of elements and the white space', () => {
    expect(parseXml('<A>\n <B>1</B> <C> x </C>\n</A>')).toEqual(
      parseXml('<?xml version="1.0"?><A><C><![CDATA[x]]></C><B>1</B></A>'),
    );
  });

  it.each([
    ['<A><B>2</B></A>'],
    ['<A><B>1</B><B>1</B></A>'],
    ['<A b="1"><B>1</B></A>'],
    ['<A><B>01</B></A>'],
    ['<A><B>1</B><C/></A>'],
  ])('differ in XML where %s differs', xml => {
    expect(parseXml(xml)).not.toEqual(parseXml('<A><B>1</B></A>'));
  });

  it('of answers leave out what names their schema, and nothing else', () => {
    const root =
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x"';
    expect(parseXmlContent(`<A ${root} b="1"/>`)).toEqual(
      parseXml('<A b="1"/>'),
    );
  });
});
