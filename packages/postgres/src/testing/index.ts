export { onRealServer } from './on-real-server.ts';
export { type TestServer, testServer } from './test-server.ts';
export { type TestDatabase, type TestDatabaseOptions, withDatabase } from './with-database.ts';
