import { internalScript } from '../engine/internal-query.ts';
import { commandTag } from '../sql/database-statement.ts';
import type { Cluster } from './cluster.ts';
import type { Conversation } from './conversation.ts';
import type { ServerCommand } from './statement-plan.ts';
import { resumeSession } from './switch-session.ts';

/**
 * Runs what the server answers itself and returns the tag of its CommandComplete. Not to be called inside a transaction.
 *
 * @throws ClientError with PostgreSQL's code and words
 */
export async function runServerCommand(cluster: Cluster, conversation: Conversation, command: ServerCommand): Promise<string> {
  const by = conversation.database.record.name;
  switch (command.kind) {
    case 'create':
      await cluster.create(command.name, command.template);
      return commandTag(command);
    case 'drop':
      await cluster.drop(command.name, { ...command, by });
      return commandTag(command);
    case 'rename':
      await cluster.rename(command.name, command.to, by);
      return commandTag(command);
    case 'deallocate all':
      await deallocateAll(conversation);
      return 'DEALLOCATE ALL';
    case 'discard all':
      await discardAll(conversation);
      return 'DISCARD ALL';
  }
}

async function deallocateAll(conversation: Conversation): Promise<void> {
  const { session, database } = conversation;
  const engine = await database.acquire(session);
  try {
    await internalScript(engine, deallocateScript(session.prefix));
  } finally {
    if (session.status === 'I') database.release(session);
  }
}

/** DISCARD ALL in parts, because the backend's own would take the prepared statements and channels of the others too. */
async function discardAll(conversation: Conversation): Promise<void> {
  const { session, database } = conversation;
  const engine = await database.acquire(session);
  try {
    session.changedSettings.clear();
    session.savedSettings = new Map();
    session.channels.clear();
    await internalScript(engine, 'close all; reset session authorization; reset all; select pg_advisory_unlock_all()');
    await internalScript(engine, deallocateScript(session.prefix));
    for (const part of ['plans', 'temp', 'sequences']) await internalScript(engine, `discard ${part}`);
    await resumeSession(engine, session);
  } finally {
    database.release(session);
  }
}

/** `prefix` is ours and harmless: `c7_`. */
export function deallocateScript(prefix: string): string {
  return `do $godwit$
declare statement name;
begin
  for statement in select name from pg_catalog.pg_prepared_statements where starts_with(name, '${prefix}') loop
    execute format('deallocate %I', statement);
  end loop;
end
$godwit$`;
}
