export { createMirrorAges, type MirrorAges, type RunHistory } from './ages';
export { createMirrorStore } from './createMirrorStore';
export { createRemovalStore, type RemovalStore } from './removalStore';
export type { MirrorNews, OnMirrorNews } from './news';
export type { RemovalKey } from './heldBack';
export type {
  ConnectorKey,
  DescribeConnector,
  MirrorStore,
  ScanCoverage,
  ScanResult,
  WriteGuard,
} from './store';
