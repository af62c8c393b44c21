export { createMirrorAges, type MirrorAges, type RunHistory } from './ages';
export { createMirrorStore } from './createMirrorStore';
export type {
  ConnectorKey,
  DescribeConnector,
  MirrorStore,
  ScanCoverage,
  ScanResult,
} from './store';
