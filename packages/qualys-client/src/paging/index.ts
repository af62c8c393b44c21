export { checkedPageSize } from './pageSize';
export { paged, type Page, type Paged } from './paged';
