import type { Server } from 'node:net';
import { PortInUse } from '../errors/port-in-use.ts';

/**
 * Starts listening and returns the port.
 *
 * @param port 0 for any free one
 * @throws PortInUse
 */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject('code' in error && error.code === 'EADDRINUSE' ? new PortInUse(host, port, error) : error));
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
