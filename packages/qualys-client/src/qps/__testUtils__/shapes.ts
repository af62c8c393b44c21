import fc from 'fast-check';

/**
 * What an object looks like on the wire, for tests: from it come random objects,
 * and the ways in which each can be written in JSON and XML.
 */
export type Shape =
  | 'id'
  | 'text'
  | 'integer'
  | 'boolean'
  | 'date'
  | { fields: Record<string, Shape>; essential?: readonly string[] }
  | { item: Shape; name: string };

/** A random object of a shape: every single value as text. */
export type Tree = string | Tree[] | { [name: string]: Tree };

// Text that XML can hold, without white space around it, which does not count.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '&',
          ']]>',
          '"',
          "'",
          '\r\n',
          '\n',
          ' ',
          'é',
          '😀',
          '0',
          'true',
          '&amp;',
          '&#65;',
          '<![CDATA[',
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map(parts => parts.join('')),
  )
  .map(value =>
    value
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .trim(),
  )
  .map(value => value || 'x');

const LEAVES: Record<string, fc.Arbitrary<string>> = {
  id: fc.maxSafeNat().map(id => String(id + 1).slice(0, 15)),
  text,
  integer: fc.integer({ min: -9, max: 2_147_483_647 }).map(String),
  boolean: fc.boolean().map(String),
  date: fc
    .date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2200-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(date => `${date.toISOString().slice(0, 19)}Z`),
};

/** Random objects of a shape. */
export function treesOf(shape: Shape): fc.Arbitrary<Tree> {
  if (typeof shape === 'string') return LEAVES[shape];
  if ('item' in shape) return fc.array(treesOf(shape.item), { maxLength: 3 });
  const { fields, essential = [] } = shape;
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, treesOf(field)]),
    ),
    { requiredKeys: [...essential] },
  ) as fc.Arbitrary<Tree>;
}

/** Chooses one of so many ways to write something. */
export type Choose = (ways: number) => number;

/** A choice that is the same for the same number. */
export function choiceFrom(seed: number): Choose {
  let state = seed >>> 0;
  return ways => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % ways;
  };
}

const entries = (tree: Tree) => Object.entries(tree as Record<string, Tree>);
const fieldOf = (shape: Shape, name: string) =>
  (shape as { fields: Record<string, Shape> }).fields[name];

function leafInJson(shape: string, value: string, choose: Choose): unknown {
  switch (shape) {
    case 'id':
    case 'integer':
      return choose(2) ? Number(value) : value;
    case 'boolean':
      return choose(2) ? value === 'true' : value;
    default:
      return choose(3) ? value : ` \n${value}\n`;
  }
}

/** An object in one of the ways in which JSON answers write it. */
export function inJson(shape: Shape, tree: Tree, choose: Choose): unknown {
  if (typeof shape === 'string')
    return leafInJson(shape, tree as string, choose);
  if ('item' in shape) {
    const items = (tree as Tree[]).map(item =>
      inJson(shape.item, item, choose),
    );
    const count = { count: choose(2) ? items.length : String(items.length) };
    if (items.length === 0) {
      return [count, { ...count, list: [] }, { list: [] }][choose(3)];
    }
    const one = items.length === 1 ? items[0] : items;
    return [
      { ...count, list: items.map(item => ({ [shape.name]: item })) },
      { ...count, list: { [shape.name]: one } },
      { list: { [shape.name]: items } },
      { set: { [shape.name]: one } },
      { ...count, list: items },
    ][choose(5)];
  }
  return Object.fromEntries(
    entries(tree).map(([name, value]) => [
      name,
      inJson(fieldOf(shape, name), value, choose),
    ]),
  );
}

function escaped(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#xD;');
}

function leafInXml(value: string, choose: Choose): string {
  const whole = `<![CDATA[${value.replace(/]]>/g, ']]]]><![CDATA[>')}]]>`;
  // CDATA has no way to write a carriage return.
  const ways = value.includes('\r') ? 2 : 4;
  return [escaped(value), `\n ${escaped(value)}\n`, whole, `\n${whole}\n`][
    choose(ways)
  ];
}

/** The same in one of the ways in which XML answers write it. */
export function inXml(shape: Shape, tree: Tree, choose: Choose): string {
  if (typeof shape === 'string') return leafInXml(tree as string, choose);
  const gap = ['', '\n'][choose(2)];
  if ('item' in shape) {
    const items = (tree as Tree[])
      .map(
        item =>
          `<${shape.name}>${inXml(shape.item, item, choose)}</${shape.name}>`,
      )
      .join(gap);
    const count = `<count>${(tree as Tree[]).length}</count>`;
    if (!items) return [count, `${count}<list/>`, '<list> </list>'][choose(3)];
    return [
      `${count}${gap}<list>${items}</list>`,
      `<list>${gap}${items}</list>`,
      `<set>${items}</set>`,
    ][choose(3)];
  }
  return entries(tree)
    .map(([name, value]) => {
      const content = inXml(fieldOf(shape, name), value, choose);
      return `<${name}>${content}</${name}>${gap}`;
    })
    .join('');
}
