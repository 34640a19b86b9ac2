import type { Client } from 'pg';
import { serverParameter } from './server-parameters.ts';

/** Whether the server is a standby, as it says on its own when a connection starts; a pooler between may keep it to itself. */
export function isStandby(client: Client): boolean {
  return serverParameter(client, 'in_hot_standby') === 'on';
}
