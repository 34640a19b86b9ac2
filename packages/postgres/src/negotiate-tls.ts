import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ConnectDeadline } from './connect-deadline.ts';
import { TlsFailed } from './errors/tls-errors.ts';
import { ConnectionClosed, NotPostgres } from './errors/unreachable-errors.ts';
import type { DatabaseSettings } from './settings.ts';
import type { TlsMaterial } from './tls-material.ts';

/** Length 8, then 1234 5679: https://www.postgresql.org/docs/current/protocol-message-formats.html (SSLRequest). */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Asks the server for TLS and puts it over the socket.
 *
 * @returns null when the server offers none: the socket can be used as it is
 * @throws NotPostgres, ConnectionClosed, TlsFailed, or OpenSSL's error, see `explainConnectError`
 */
export async function negotiateTls(
  settings: DatabaseSettings,
  socket: Socket,
  material: TlsMaterial,
  deadline: ConnectDeadline,
): Promise<TLSSocket | null> {
  deadline.guard('tls', socket);
  socket.write(SSL_REQUEST);
  const reply = await firstReply(socket);
  if (reply === null) throw new ConnectionClosed(settings);
  // More than the one byte would have been sent before the encryption, by whom nobody knows (CVE-2021-23222).
  if (reply.length !== 1) throw new NotPostgres(settings);
  if (reply[0] === 0x4e /* N */) return null;
  if (reply[0] !== 0x53 /* S */) throw new NotPostgres(settings);
  const { connect } = await import('node:tls');
  const { host } = settings;
  const secure = connect({ ...material.options, socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) });
  deadline.guard('tls', secure);
  try {
    await once(secure, 'secureConnect');
  } catch (error) {
    const hungUp = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    throw hungUp ? new TlsFailed(settings, 'the server hung up during the handshake', error, { transient: true }) : error;
  }
  return secure;
}

/** The first bytes from the server, null when it hangs up without any. */
function firstReply(socket: Socket): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      act();
    };
    const onData = (data: Buffer): void => settle(() => resolve(data));
    const onEnd = (): void => settle(() => resolve(null));
    const onError = (error: Error): void => settle(() => reject(error));
    if (socket.destroyed) return settle(() => resolve(null));
    // A socket that is destroyed says `close` and may never say `end`.
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
  });
}
