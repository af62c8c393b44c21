export { checkedPageSize } from './pageSize';
export { paged, type Page, type Paged } from './paged';
export {
  partedRecords,
  readRecord,
  type ReadRecord,
  type ReadRecords,
} from './records';
export {
  checkedUnreadable,
  type ListOptions,
  type Unreadable,
  type UnreadableRecord,
} from './unreadable';
