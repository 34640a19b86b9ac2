import { databaseTest } from './database-test.ts';

export type { Capability, TestDatabase, TestServer } from './database-test.ts';
export { testServer } from './database-test.ts';

/** With a database at head of the project that the working directory is in. */
export const test = databaseTest();
