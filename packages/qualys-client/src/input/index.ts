export { checkedBy } from './checkedBy';
