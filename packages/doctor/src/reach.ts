import { GodwitError } from '@godwit/diagnostics';
import { type Client, connect, type DatabaseSettings, isEmbeddedServer, UnknownDatabase } from '@godwit/postgres';
import { type Finding, fine, problem } from './finding.ts';

/** How far the settings lead. */
export interface Reached {
  /** Null when nobody could be asked anything. */
  readonly client: Client | null;
  readonly connect: () => Promise<Client>;
  /** False when the server is there and the database is not. */
  readonly exists: boolean;
  readonly embedded: boolean;
  readonly finding: Finding;
}

/** Every server has one of these to look at the others from. */
const MAINTENANCE = ['postgres', 'template1'];

/**
 * Connects to the database, or, when that is not there, to another one of its server. Never throws for what is wrong with a server.
 *
 * @throws the signal's reason
 */
export async function reach(settings: DatabaseSettings, signal: AbortSignal): Promise<Reached> {
  const open = (database: string, beside = false) => connect({ ...settings, database }, { anyEncoding: true, beside, signal });
  try {
    const client = await open(settings.database);
    return {
      client,
      connect: () => open(settings.database, true),
      exists: true,
      embedded: isEmbeddedServer(client),
      finding: fine('the server answers'),
    };
  } catch (error) {
    // Why somebody has stopped it is nothing that is wrong with a server.
    if (signal.aborted || !(error instanceof GodwitError)) throw error;
    const finding = explainConnectFailure(error);
    const nobody: Reached = { client: null, connect: () => open(settings.database), exists: false, embedded: false, finding };
    if (!(error instanceof UnknownDatabase)) return nobody;
    for (const database of MAINTENANCE) {
      const client = await open(database).catch((refusal: unknown) => {
        if (signal.aborted || !(refusal instanceof GodwitError)) throw refusal;
        return null;
      });
      if (client !== null) return { ...nobody, client, connect: () => open(database, true), embedded: isEmbeddedServer(client) };
    }
    return nobody;
  }
}

/** What stops a connection, as a finding. */
function explainConnectFailure({ message, details, help }: GodwitError): Finding {
  return problem(message, details, help?.split('\n') ?? []);
}
