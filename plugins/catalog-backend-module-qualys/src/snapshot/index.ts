export {
  createSnapshotReader,
  type ReadSnapshot,
  type Snapshot,
  type SnapshotHead,
} from './reader';
