export { scanResource, type ScanCancelOptions, type Scans } from './scans';
