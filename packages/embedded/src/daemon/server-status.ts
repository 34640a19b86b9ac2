import { parseStatus, type ServerStatus } from '../server/status.ts';
import { control } from './control-client.ts';
import { readState } from './state-file.ts';

/** What the embedded server of a checkout says of itself; null when none runs. Does not keep it from stopping. */
export async function serverStatus(directory: string): Promise<ServerStatus | null> {
  const state = await readState(directory);
  const answer = state === null ? null : await control({ ...state, command: 'status' });
  return answer === null ? null : parseStatus(JSON.parse(answer));
}
