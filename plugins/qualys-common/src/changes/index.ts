export { connectorChanges } from './connectors';
export { s3Changes, s3DestinationSettings } from './s3';
export { isWeakening } from './isWeakening';
