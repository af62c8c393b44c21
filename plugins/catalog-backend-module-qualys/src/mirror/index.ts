export {
  createMirrorClient,
  type MirrorClient,
  type SnapshotHead,
} from './client';
