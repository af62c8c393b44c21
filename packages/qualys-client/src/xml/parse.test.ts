import { parseXml } from './parse';

describe('XML', () => {
  it('is read as objects, arrays and texts', () => {
    expect(
      parseXml(
        '<?xml version="1.0" encoding="UTF-8"?>\n<a x="1"><b>1</b><b/><c><d>0</d></c></a>\n',
      ),
    ).toEqual({ a: { b: ['1', ''], c: { d: '0' } } });
  });

  it('keeps every text as text', () => {
    const { a } = parseXml(
      '<a><b>012345678901</b><b>1e5</b><b>true</b><b>0x1F</b><b>9007199254740993</b></a>',
    );
    expect(a).toEqual({
      b: ['012345678901', '1e5', 'true', '0x1F', '9007199254740993'],
    });
  });

  it('joins text and CDATA in their order, with the white space between them', () => {
    expect(
      parseXml('<a>one <![CDATA[<two> &amp;]]> three<!-- no --> four</a>'),
    ).toEqual({ a: 'one <two> &amp; three four' });
    expect(parseXml('<a>\n<![CDATA[My Web App]]>\n</a>')).toEqual({
      a: '\nMy Web App\n',
    });
  });

  it('knows five entities and numbered characters, and no others', () => {
    expect(
      parseXml(
        '<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;&#13;&nbsp;&amp;lt;</a>',
      ),
    ).toEqual({ a: '<>&"\'AB😀\r&nbsp;&lt;' });
  });

  it.each(['&#0;', '&#xD800;', '&#x110000;', '&#9999999;', '&#8;'])(
    'leaves %s alone, which is no character of XML',
    reference => {
      expect(parseXml(`<a>${reference}</a>`)).toEqual({ a: reference });
    },
  );

  it.each([
    '<!DOCTYPE a SYSTEM "https://qualysapi.qualys.com/a.dtd">',
    "<!DOCTYPE a PUBLIC '-//Q//a' 'a.dtd' >",
    '<!DOCTYPE a>',
    '<!-- first --><!DOCTYPE a SYSTEM "x<y>[z]">',
  ])('pays no heed to the document type %s', doctype => {
    for (const before of ['', '<?xml version="1.0"?>\n', '\uFEFF']) {
      expect(parseXml(`${before}${doctype}\n<a>1</a>`)).toEqual({ a: '1' });
    }
  });

  it.each([
    ['rules of its own', '<!DOCTYPE a [ ]><a>1</a>'],
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    [
      'a file as an entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
    [
      'a parameter',
      '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY % b SYSTEM "c">%b;]><a/>',
    ],
    ['a second document type', '<!DOCTYPE a><!DOCTYPE a><a>1</a>'],
    ['a document type inside', '<a><!DOCTYPE a></a>'],
    ['no end of the document type', '<!DOCTYPE a SYSTEM "a.dtd" <a>1</a>'],
  ])('is refused with %s', (_, text) => {
    expect(() => parseXml(text)).toThrow();
  });

  it.each([
    ['nothing', ''],
    ['no element', 'text'],
    ['the end cut off', '<a><b>1</b>'],
    ['the end cut off in a tag', '<a><b>1</b'],
    ['the end cut off in CDATA', '<a><![CDATA[x'],
    ['the end cut off in a comment', '<a><!-- x'],
    ['tags that cross', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>b'],
    ['an open quote', '<a b="c></a>'],
    ['a bare ampersand', '<a>b & c</a>'],
  ])('is refused with %s', (_, text) => {
    expect(() => parseXml(text)).toThrow();
  });

  it('is refused beyond a depth, however deep', () => {
    const nested = (depth: number) =>
      `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;
    expect(() => parseXml(nested(60))).not.toThrow();
    expect(() => parseXml(nested(100))).toThrow();
    expect(() => parseXml(nested(100_000))).toThrow();
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
  ])('changes nothing but its own tree with an element %s', name => {
    const read = () => {
      try {
        return parseXml(`<a><${name}><polluted>yes</polluted></${name}></a>`);
      } catch {
        return {};
      }
    };
    expect((read() as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});
