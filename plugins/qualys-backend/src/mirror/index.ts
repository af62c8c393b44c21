export { createMirrorAges, type MirrorAges, type RunHistory } from './ages';
export { createMirrorStore } from './createMirrorStore';
export { createRemovalStore, type RemovalStore } from './removalStore';
export type { MirrorNews, OnMirrorNews } from './news';
export type { RemovalKey } from './heldBack';
export { halfChecksum } from './fingerprint';
export { unfitFor } from './row';
export type {
  CloudProgress,
  CloudScan,
  ConnectorKey,
  DescribeConnector,
  FeedProgress,
  FeedScan,
  MirrorStore,
  ScanCoverage,
  ScanResult,
  WriteGuard,
} from './store';
