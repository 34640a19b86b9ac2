import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from '../src/settings.ts';
import { testServer } from '../src/testing/test-server.ts';
import { errorResponse } from './backend-messages.ts';
import { listen } from './fake-server.ts';

/** The path of one of the test certificates: `ca.crt`. */
export function certificate(name: string): string {
  return fileURLToPath(new URL(`./certificates/${name}`, import.meta.url));
}

export interface TlsProxyOptions {
  /** Which of the certificates the proxy shows; null for a server without TLS. */
  readonly certificate: 'self-signed' | 'localhost' | 'elsewhere' | 'expired' | null;
  /** True to want a certificate of the client, issued by the test authority. */
  readonly clientCertificate?: boolean;
  /** Which logins pg_hba.conf refuses: without encryption (`hostssl` alone) or with it (`hostnossl` alone). */
  readonly refuse?: 'plain' | 'tls' | 'both';
  /** True to promise TLS and then hang up. */
  readonly breakHandshake?: boolean;
}

export interface TlsProxy {
  /** To be completed with an `ssl`. */
  readonly settings: DatabaseSettings;
  /** What reached the server, in order: `plain` or `tls`. */
  readonly logins: readonly ('plain' | 'tls')[];
  readonly connections: () => number;
  /** The names that clients asked for in their TLS hello (SNI). */
  readonly serverNames: readonly unknown[];
}

const SSL_REQUEST = 80877103;

/** A proxy in front of the test server that speaks TLS as the options say; the server behind it needs none. */
export async function withTlsProxy<T>(options: TlsProxyOptions, run: (proxy: TlsProxy) => Promise<T>): Promise<T> {
  const target = testServer().settings;
  const logins: ('plain' | 'tls')[] = [];
  const sockets = new Set<Socket>();
  const serverNames: unknown[] = [];
  let connections = 0;
  const track = <S extends Socket>(socket: S): S => {
    sockets.add(socket);
    socket.on('error', () => {});
    return socket;
  };
  const pass = (client: Socket, kind: 'plain' | 'tls', startup: Buffer): void => {
    if (options.refuse === kind || options.refuse === 'both') {
      const how = kind === 'plain' ? 'no encryption' : 'SSL encryption';
      const message = `no pg_hba.conf entry for host "127.0.0.1", user "postgres", database "postgres", ${how}`;
      client.end(errorResponse({ sqlState: '28000', message, routine: 'ClientAuthentication' }));
      return;
    }
    logins.push(kind);
    const server = track(connect(target.port, target.host));
    server.write(startup);
    client.pipe(server).pipe(client);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  };
  const server = createServer((raw) => {
    connections++;
    track(raw).once('data', (first: Buffer) => {
      if (first.readInt32BE(4) !== SSL_REQUEST) return pass(raw, 'plain', first);
      if (options.certificate === null) {
        raw.once('data', (startup: Buffer) => pass(raw, 'plain', startup));
        return raw.write('N');
      }
      raw.write('S');
      if (options.breakHandshake === true) return raw.end();
      const secure = track(
        new TLSSocket(raw, { isServer: true, ...serverOptions(options.certificate, options.clientCertificate === true) }),
      );
      secure.once('secure', () => serverNames.push(Reflect.get(secure, 'servername')));
      secure.once('data', (startup: Buffer) => pass(secure, 'tls', startup));
    });
  });
  const port = await listen(server);
  try {
    return await run({ settings: { ...target, host: '127.0.0.1', port }, logins, serverNames, connections: () => connections });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

function serverOptions(name: string, clientCertificate: boolean) {
  return {
    cert: readFileSync(certificate(`${name}.crt`)),
    key: readFileSync(certificate(`${name}.key`)),
    ca: readFileSync(certificate('ca.crt')),
    requestCert: clientCertificate,
    rejectUnauthorized: clientCertificate,
  };
}
