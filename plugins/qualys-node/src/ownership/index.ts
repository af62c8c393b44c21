export * from './extensionPoint';
export * from './ownerRef';
