import { type Environment, SERVER_KINDS, type ServerKind } from './choose-server.ts';

/**
 * What the embedded server cannot show, since one backend serves all there: who waits for whose lock, two transactions that write at once,
 * a statement or a session that is ended by time or by somebody.
 */
export type Capability = 'locks' | 'concurrency' | 'timeouts';

/** The server that tests run on. */
export interface TestServer {
  readonly kind: ServerKind;
  /** `test.skipIf(!testServer().can('locks'))('waits for the other one', …)` */
  can(capability: Capability): boolean;
}

/** What the run's server is. Known before any test, so that tests can be skipped by it. */
export function testServer(environment: Environment = process.env): TestServer {
  const kind = kindOf(environment);
  return { kind, can: () => kind !== 'embedded' };
}

function kindOf(environment: Environment): ServerKind {
  const told = SERVER_KINDS.find((kind) => kind === environment.GODWIT_TEST_SERVER_KIND);
  if (told !== undefined) return told;
  // Without the global setup there is nobody who would start a container and take it away again.
  return environment.GODWIT_TEST_DATABASE_URL && environment.GODWIT_TEST_SERVER !== 'embedded' ? 'url' : 'embedded';
}
