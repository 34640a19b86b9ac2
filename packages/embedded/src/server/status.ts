/** A database as `serverStatus` shows it. */
export interface DatabaseStatus {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  /** Whether its engine is running (about 150 MB of memory). */
  readonly open: boolean;
  readonly connections: number;
}

/** What a running server says of itself. */
export interface ServerStatus {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** ISO time. */
  readonly startedAt: string;
  readonly uptimeMs: number;
  readonly connections: number;
  readonly databases: readonly DatabaseStatus[];
  /** When it stops by itself unless somebody connects (ISO time); null while there are connections, and when it never does. */
  readonly idleStopAt: string | null;
}

/** Reads a status that came over the wire; null when it is none. */
export function parseStatus(value: unknown): ServerStatus | null {
  if (!isObject(value)) return null;
  const { pid, port, url, startedAt, uptimeMs, connections, databases, idleStopAt } = value;
  if (typeof pid !== 'number' || typeof port !== 'number' || typeof url !== 'string' || typeof startedAt !== 'string') return null;
  if (typeof uptimeMs !== 'number' || typeof connections !== 'number' || !Array.isArray(databases)) return null;
  if (idleStopAt !== null && typeof idleStopAt !== 'string') return null;
  return { pid, port, url, startedAt, uptimeMs, connections, databases: databases.flatMap(parseDatabase), idleStopAt };
}

function parseDatabase(value: unknown): DatabaseStatus[] {
  if (!isObject(value)) return [];
  const { name, url, bytes, open, connections } = value;
  if (typeof name !== 'string' || typeof url !== 'string' || typeof bytes !== 'number') return [];
  return typeof open === 'boolean' && typeof connections === 'number' ? [{ name, url, bytes, open, connections }] : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
