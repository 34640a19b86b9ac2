import type { Socket } from 'node:net';
import type { Client } from 'pg';
import { type ConnectDeadline, type ConnectPhase, startConnectDeadline } from './connect-deadline.ts';
import { NotUtf8 } from './errors/encoding-error.ts';
import { AccessRefused, SslRequired } from './errors/login-errors.ts';
import { PoolerExhausted } from './errors/pooler-error.ts';
import { ExpiredCertificate, SslUnsupported, TlsFailed, UntrustedCertificate } from './errors/tls-errors.ts';
import { ConnectTimeout } from './errors/unreachable-errors.ts';
import { type Encryption, explainConnectError } from './explain-connect-error.ts';
import { firstAnswer, mayWaitForAnswer } from './first-answer.ts';
import { login } from './login.ts';
import { negotiateTls } from './negotiate-tls.ts';
import { openSocket } from './open-socket.ts';
import { serverParameter } from './server-parameters.ts';
import type { DatabaseSettings } from './settings.ts';
import type { SslMode } from './ssl-settings.ts';
import { readTlsMaterial } from './tls-material.ts';

export type { Client } from 'pg';

export interface ConnectOptions {
  /** In place of the settings' own: what `pg_stat_activity` shows. */
  readonly applicationName?: string | undefined;
  /** Ends the connecting; has no effect on the connection once it is made. */
  readonly signal?: AbortSignal | undefined;
  /** True to take a database in any encoding, for work that touches no text of its own (creating another database). */
  readonly anyEncoding?: boolean | undefined;
  /** True when the caller holds another connection in the same way, which through a pooler may be the only one. */
  readonly beside?: boolean | undefined;
}

/**
 * Connects, as the settings say and nothing else: no environment variable is read here.
 *
 * The types of values are those of `typeParsers`; text is always UTF-8. A connection that breaks while nobody uses it is
 * noticed by the next query on it, and `connectionLoss` knows why. The caller ends the client.
 *
 * @throws a subclass of ConnectionError that names the cause and the next step, CertificateFileUnusable, or the signal's reason
 */
export async function connect(settings: DatabaseSettings, options: ConnectOptions = {}): Promise<Client> {
  const named = { ...settings, applicationName: options.applicationName ?? settings.applicationName };
  const { connectTimeoutMs: timeoutMs } = settings;
  const { signal, beside = false } = options;
  const timedOut = (phase: ConnectPhase) =>
    phase === 'answer' ? new PoolerExhausted(settings, { beside, waitedMs: timeoutMs }) : new ConnectTimeout(settings, phase, timeoutMs);
  const deadline = startConnectDeadline({ timeoutMs, signal, timedOut });
  try {
    const client = await connectByMode(named, { deadline, beside });
    await settleSession(client, settings, options.anyEncoding === true);
    return client;
  } finally {
    deadline.close();
  }
}

/** Whether a connection asks for TLS: never, if the server has it, or by all means. */
type Wish = 'plain' | 'if offered' | 'tls';

const WISHES: Record<SslMode, readonly Wish[]> = {
  disable: ['plain'],
  allow: ['plain', 'tls'],
  prefer: ['if offered', 'plain'],
  require: ['tls'],
  'verify-ca': ['tls'],
  'verify-full': ['tls'],
};

interface Attempting {
  readonly deadline: ConnectDeadline;
  readonly beside: boolean;
}

/** `allow` and `prefer` have a second try with the other kind of connection when the server or TLS refuses the first. */
async function connectByMode(settings: DatabaseSettings, attempting: Attempting): Promise<Client> {
  // Servers speak no TLS on a Unix socket: libpq ignores the mode there.
  const [first, second] = settings.host.startsWith('/') ? WISHES.disable : WISHES[settings.ssl.mode];
  try {
    return await attempt(settings, first ?? 'plain', attempting);
  } catch (refusal) {
    if (second === undefined || !isWorthAnotherTry(refusal, second)) throw refusal;
    try {
      return await attempt(settings, second, attempting);
    } catch (error) {
      throw isAboutTls(error) || error instanceof SslRequired ? refusal : error;
    }
  }
}

function isWorthAnotherTry(error: unknown, next: Wish): boolean {
  if (next === 'tls') return error instanceof SslRequired || (error instanceof AccessRefused && !error.encrypted);
  return isAboutTls(error) || (error instanceof AccessRefused && error.encrypted);
}

function isAboutTls(error: unknown): boolean {
  return (
    error instanceof SslUnsupported ||
    error instanceof TlsFailed ||
    error instanceof UntrustedCertificate ||
    error instanceof ExpiredCertificate
  );
}

async function attempt(settings: DatabaseSettings, wish: Wish, { deadline, beside }: Attempting): Promise<Client> {
  let encryption: Encryption = wish === 'plain' ? 'none' : 'tls';
  let rootCert: string | undefined;
  let socket: Socket | undefined;
  try {
    const material = wish === 'plain' ? undefined : await readTlsMaterial(settings.ssl);
    rootCert = material?.rootCert;
    socket = await openSocket(settings, deadline);
    if (material !== undefined) {
      const secure = await negotiateTls(settings, socket, material, deadline);
      if (secure === null && wish === 'tls') throw new SslUnsupported(settings);
      if (secure === null) encryption = 'unavailable';
      socket = secure ?? socket;
    }
    const client = await login(settings, socket, deadline);
    if (mayWaitForAnswer(client, beside)) {
      deadline.guard('answer', socket);
      await firstAnswer(client);
    }
    return client;
  } catch (error) {
    socket?.destroy();
    deadline.throwIfOver();
    throw explainConnectError(error, { settings, encryption, rootCert, beside });
  }
}

/** @throws NotUtf8, the client ended */
async function settleSession(client: Client, settings: DatabaseSettings, anyEncoding: boolean): Promise<void> {
  const encoding = serverParameter(client, 'server_encoding');
  if (!anyEncoding && encoding !== undefined && encoding !== 'UTF8') {
    await client.end();
    throw new NotUtf8(settings, encoding);
  }
  const clientEncoding = serverParameter(client, 'client_encoding');
  // pg reads and writes UTF-8 whatever a role's or the database's own setting says.
  if (clientEncoding !== undefined && clientEncoding !== 'UTF8') await client.query("set client_encoding to 'UTF8'");
  // It reads dates in ISO alone; the order of day and month in what is written stays the server's.
  const dateStyle = serverParameter(client, 'DateStyle');
  if (dateStyle !== undefined && !dateStyle.startsWith('ISO')) await client.query('set datestyle to iso');
}
