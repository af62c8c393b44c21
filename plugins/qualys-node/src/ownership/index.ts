export * from './extensionPoint';
export * from './ownerRef';
export * from './placement';
