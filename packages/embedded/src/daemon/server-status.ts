import { parseStatus, type ServerStatus } from '../server/status.ts';
import { askServer } from './ask-server.ts';

/**
 * What the embedded server of a checkout says of itself; null when none runs. Does not keep it from stopping.
 *
 * @throws DirectoryInUse when a process has the data directory that does not answer
 */
export async function serverStatus(directory: string): Promise<ServerStatus | null> {
  const asked = await askServer({ directory, command: 'status' });
  return asked === null ? null : parseStatus(JSON.parse(asked.answer));
}
