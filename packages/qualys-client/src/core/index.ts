export { createRequestCore, type RequestCore } from './core';
