export * from './build';
export { checkQql } from './check';
export { withQqlDefaults } from './defaults';
export * from './limits';
export { qqlLexemes, type QqlLexemeSpan } from './lexemes';
export * from './parser';
export * from './printer';
export type { QqlProblem, QqlProblemCode } from './problem';
export * from './token';
export { QQL_ASSET_TOKENS, QQL_VULNERABILITY_TOKENS, qqlToken } from './tokens';
export type {
  QqlJunction,
  QqlList,
  QqlNode,
  QqlNot,
  QqlOperator,
  QqlRange,
  QqlScalar,
  QqlSpan,
  QqlTerm,
  QqlValue,
} from './tree';
export * from './vulnerabilityFilter';
