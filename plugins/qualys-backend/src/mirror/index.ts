export { createMirrorAges, type MirrorAges, type RunHistory } from './ages';
export { createMirrorStore } from './createMirrorStore';
export type { RemovalStore } from './removalStore';
export type { MirrorNews, OnMirrorNews } from './news';
export { halfChecksum } from './fingerprint';
export { lockRevision, raiseGeneration } from './revision';
export { unfitFor } from './row';
export type { ExpectedCloud } from './expected';
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
export { wireMirror } from './wiring';
