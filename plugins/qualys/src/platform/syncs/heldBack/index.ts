export { HeldBackRemovals } from './HeldBackRemovals';
