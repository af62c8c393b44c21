export * from './criterion';
export {
  QPS_FIELD_TYPES,
  QPS_OPERATORS,
  type QpsFields,
  type QpsFieldType,
  type QpsOperator,
} from './fieldTypes';
export * from './filters';
export * from './id';
export * from './references';
export * from './text';
