export { createMirrorAges, type MirrorAges, type RunHistory } from './ages';
export { createMirrorStore } from './createMirrorStore';
export type {
  CloudScan,
  ConnectorDescription,
  ConnectorKey,
  DescribeConnector,
  MirrorStore,
  ScanCoverage,
  ScanResult,
} from './store';
