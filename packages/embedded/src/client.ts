/** What a command needs to find, start and stop the server of a checkout: the server itself is loaded in its own process. */
export { type EnsureServerOptions, ensureServer, type ServerAddress } from './daemon/ensure-server.ts';
export { serverStatus } from './daemon/server-status.ts';
export { stopServer } from './daemon/stop-server.ts';
export { startTemporaryServer, type TemporaryServer } from './daemon/temporary-server.ts';
export { databaseUrl } from './database-url.ts';
export type { DatabaseStatus, ServerStatus } from './server/status.ts';
