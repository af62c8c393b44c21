export { mirroredConnector } from './connectors';
export { createMirrorPlugin, type FakeMirror } from './mirrorPlugin';
