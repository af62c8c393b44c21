export { createRequestsClient, type RequestsClient } from './client';
