/**
 * Where a part of a tree stands in the text that it was read from, in UTF-16
 * units; the end is exclusive.
 *
 * @public
 */
export interface QqlSpan {
  /** The first unit. */
  from: number;
  /** The unit after the last. */
  to: number;
}

/**
 * One value. `bare` text matches related terms, `quoted` text (double quotes)
 * its words in their order, `exact` text (backticks) the whole value.
 *
 * Source: Qualys Documentation: "QQL Best Practices".
 *
 * @public
 */
export interface QqlScalar {
  /** How the value is written, and so how it matches. */
  kind: 'bare' | 'quoted' | 'exact';
  /** The value without its quotation marks or backticks; never empty. */
  text: string;
  /** Where it stands, with its quotation marks; undefined in a tree that was built. */
  span?: QqlSpan;
}

/**
 * All values between two: `[a .. b]` with both of them, `(a .. b)` without.
 *
 * Source: Qualys Documentation: "QQL Best Practices".
 *
 * @public
 */
export interface QqlRange {
  /** The kind of value. */
  kind: 'range';
  /** The lower limit. */
  lower: QqlScalar;
  /** The upper limit. */
  upper: QqlScalar;
  /** Whether the limits themselves match: brackets, in place of parentheses. */
  inclusive: boolean;
  /** Where it stands, with its brackets; undefined in a tree that was built. */
  span?: QqlSpan;
}

/**
 * Any of several values: `[a, b]`.
 *
 * Source: Qualys Documentation: "QQL: Components of a QQL query".
 *
 * @public
 */
export interface QqlList {
  /** The kind of value. */
  kind: 'list';
  /** The values; at least one. */
  items: QqlScalar[];
  /** Where it stands, with its brackets; undefined in a tree that was built. */
  span?: QqlSpan;
}

/** What a token is compared with. @public */
export type QqlValue = QqlScalar | QqlRange | QqlList;

/**
 * The comparisons: `:` means equals or contains.
 *
 * Source: Qualys Documentation: "QQL: Components of a QQL query".
 *
 * @public
 */
export type QqlOperator = ':' | '>' | '>=' | '<' | '<=';

/** One condition: a token, a comparison and a value. @public */
export interface QqlTerm {
  /** The kind of node. */
  kind: 'term';
  /** The token as it is written; its case does not count. */
  token: string;
  /** The comparison. */
  operator: QqlOperator;
  /** What the token is compared with. */
  value: QqlValue;
  /** Where the condition stands; undefined in a tree that was built. */
  span?: QqlSpan;
  /** Where its token stands; undefined in a tree that was built. */
  tokenSpan?: QqlSpan;
}

/** What does not match its operand. @public */
export interface QqlNot {
  /** The kind of node. */
  kind: 'not';
  /** What must not match. */
  operand: QqlNode;
}

/** What matches all (`and`) or any (`or`) of its operands. @public */
export interface QqlJunction {
  /** The kind of node. */
  kind: 'and' | 'or';
  /** What is joined; at least two. */
  operands: QqlNode[];
}

/**
 * A query or a part of one. Parentheses are not kept: the shape of the tree
 * says what they said.
 *
 * @public
 */
export type QqlNode = QqlTerm | QqlNot | QqlJunction;

/** The conditions of a tree, in the order of the text. Needs no call stack, however deep the tree. */
export function* termsOf(tree: QqlNode): Generator<QqlTerm> {
  const open: QqlNode[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'term') {
      yield node;
    } else if (node.kind === 'not') {
      open.push(node.operand);
    } else {
      for (let i = node.operands.length - 1; i >= 0; i--) {
        open.push(node.operands[i]);
      }
    }
  }
}

/** The single values of a value. */
export function scalarsOf(value: QqlValue): readonly QqlScalar[] {
  switch (value.kind) {
    case 'range':
      return [value.lower, value.upper];
    case 'list':
      return value.items;
    default:
      return [value];
  }
}
