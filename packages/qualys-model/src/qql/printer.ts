import { QqlBuildError } from './buildError';
import { QqlNode, QqlScalar, QqlTerm, QqlValue } from './tree';
import { isTokenText, whyNotWritable } from './writing';

/**
 * The text of a tree, in one spelling: `:` with a space after it, the other
 * comparisons between spaces, operators in capitals, and parentheses around
 * every part of a junction that is a junction itself, since Qualys documents
 * no precedence of AND and OR. Reading the text back gives the same tree.
 *
 * Source: the spellings are those of Qualys Documentation: "Update AWS S3
 * integration" and "QQL: Components of a QQL query".
 *
 * @param tree - read by `parseQql`, or built
 * @throws QqlBuildError where no text says what the tree says: a value that its
 * marks cannot hold, a list or a junction without members, a token that is none
 *
 * @public
 */
export function printQql(tree: QqlNode): string {
  const text: string[] = [];
  // A stack of its own: a tree that was built may be deeper than the call stack.
  const open: Array<QqlNode | string> = [tree];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      text.push(next);
    } else if (next.kind === 'term') {
      text.push(printTerm(next));
    } else if (next.kind === 'not') {
      open.push(...grouped(next.operand), 'NOT ');
    } else {
      pushJunction(open, next.operands, next.kind === 'and' ? ' AND ' : ' OR ');
    }
  }
  return text.join('');
}

function pushJunction(
  open: Array<QqlNode | string>,
  operands: readonly QqlNode[],
  joint: string,
): void {
  if (operands.length === 0) {
    throw new QqlBuildError('AND and OR need conditions to join.');
  }
  if (operands.length === 1) {
    open.push(operands[0]);
    return;
  }
  for (let i = operands.length - 1; i >= 0; i--) {
    const operand = operands[i];
    open.push(...(operand.kind === 'not' ? [operand] : grouped(operand)));
    if (i > 0) {
      open.push(joint);
    }
  }
}

/** A part as it stands in another, last piece first. */
function grouped(node: QqlNode): Array<QqlNode | string> {
  return node.kind === 'term' ? [node] : [')', node, '('];
}

function printTerm({ token, operator, value }: QqlTerm): string {
  if (!isTokenText(token)) {
    throw new QqlBuildError(
      'A token is a letter, followed by letters, digits, “.” and “_”.',
    );
  }
  const sign = operator === ':' ? ': ' : ` ${operator} `;
  return `${token}${sign}${printValue(value)}`;
}

function printValue(value: QqlValue): string {
  switch (value.kind) {
    case 'range': {
      const limits = `${printScalar(value.lower, true)} .. ${printScalar(
        value.upper,
        true,
      )}`;
      return value.inclusive ? `[${limits}]` : `(${limits})`;
    }
    case 'list':
      if (value.items.length === 0) {
        throw new QqlBuildError('A list needs at least one value.');
      }
      return `[${value.items.map(item => printScalar(item, true)).join(', ')}]`;
    default:
      return printScalar(value, false);
  }
}

function printScalar(scalar: QqlScalar, inBrackets: boolean): string {
  const reason = whyNotWritable(scalar, inBrackets);
  if (reason) {
    throw new QqlBuildError(reason);
  }
  switch (scalar.kind) {
    case 'exact':
      return `\`${scalar.text}\``;
    case 'quoted':
      return `"${scalar.text}"`;
    default:
      return scalar.text;
  }
}
