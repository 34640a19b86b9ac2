import type { Client } from 'pg';
import { serverParameter } from './server-parameters.ts';

/** Whether `@godwit/embedded` answers: one backend for all, which says so when a connection starts. Known since then, so it costs nothing. */
export function isEmbeddedServer(client: Client): boolean {
  return serverParameter(client, 'godwit.embedded') === 'on';
}
