import { QqlToken } from './token';

/**
 * The tokens of an asset query.
 *
 * Source: Qualys Documentation: "Update AWS S3 integration", "Asset Filter
 * Tokens".
 *
 * @public
 */
export const QQL_ASSET_TOKENS: readonly QqlToken[] = [
  {
    name: 'assetId',
    side: 'asset',
    type: 'LONG',
    description: 'The id of the asset in the portal',
  },
  {
    name: 'assetUuid',
    side: 'asset',
    type: 'STRING',
    format: 'uuid',
    description: 'The UUID of the asset in the portal; write it in backticks',
  },
  {
    name: 'hostId',
    side: 'asset',
    type: 'LONG',
    description: 'The id of the asset in QWEB',
  },
  {
    name: 'netBios',
    side: 'asset',
    type: 'STRING',
    description: 'The NetBIOS name of the asset',
  },
  {
    name: 'dns',
    side: 'asset',
    type: 'STRING',
    description: 'The DNS host name of the asset',
  },
  {
    name: 'ip',
    side: 'asset',
    type: 'STRING',
    format: 'ip',
    description: 'An IPv4 or IPv6 address of the asset; one or a range',
  },
  {
    name: 'os',
    side: 'asset',
    type: 'STRING',
    description: 'The operating system that was detected on the asset',
  },
  {
    name: 'trackingMethod',
    side: 'asset',
    type: 'STRING',
    description: 'How Qualys tells the asset from others',
    values: [
      { value: '1', name: 'IP tracked' },
      { value: '2', name: 'DNS tracked' },
      { value: '3', name: 'NETBIOS tracked' },
      { value: '4', name: 'Cloud Agent' },
      { value: '5', name: 'OT devices' },
      { value: '101', name: 'EC2 tracked' },
      { value: '103', name: 'Azure tracked' },
      { value: '104', name: 'GCP tracked' },
    ],
  },
];
