import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaSnapshot } from '@godwit/difference';
import { describeServer } from '@godwit/postgres';
import { runProjectCommand } from '../authoring/run-project-command.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import { listDatabases } from '../compare/list-databases.ts';
import { readOperand } from '../compare/operand.ts';
import { type SideContext, withSide } from '../compare/with-side.ts';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { displayPath } from '../session/open-history.ts';
import { FromCommandFailed } from './errors.ts';

/** What a schema is to become. */
export interface DesiredSchema {
  /** `migrations/schema`, `app @ db.internal`, the command. */
  readonly label: string;
  readonly snapshot: SchemaSnapshot;
  /** The server it was read from, where the roles of its grants are. */
  readonly server: string;
}

/** The folder is there to be edited; without it a difference can only come from elsewhere. */
const FIRST_TIME = `write it, edit it, and run this again: godwit check --write
or say what the schema is to become: --from DATABASE, --from ./folder, --from 'cmd:…'`;

/**
 * Reads the schema that `--from` names: a database, what a command builds, a folder of SQL; else the folder `schema/` of the migrations.
 *
 * @throws FromCommandFailed, NoSchemaFolder, SchemaFolderFailed, UnknownOperand
 */
export async function readDesired(context: CommandContext, sides: SideContext, from: string | undefined): Promise<DesiredSchema> {
  if (from?.startsWith('cmd:')) return buildByCommand(context, sides, from.slice('cmd:'.length).trim());
  const folder = join(context.config().migrationsFolder, 'schema');
  const operand =
    from === undefined
      ? ({ kind: 'folder', text: displayPath(context, folder), path: folder } as const)
      : readOperand(context, from, { ...sides, databases: await listDatabases(sides.session.client) });
  const { NoSchemaFolder, takeSnapshot } = await loadDifference();
  if (from === undefined && !existsSync(folder))
    throw new NoSchemaFolder(displayPath(context, folder), 'nobody has written it yet', FIRST_TIME);
  return withSide(context, sides, operand, async ({ label, client, server }) => ({ label, server, snapshot: await takeSnapshot(client) }));
}

async function buildByCommand(context: CommandContext, { session, ledger, gmrc }: SideContext, command: string): Promise<DesiredSchema> {
  const { withHistoryShadow } = await loadAuthoring();
  const { takeSnapshot } = await loadDifference();
  const source = await shadowSource(context, { database: session.database, ledger, gmrc });
  return withHistoryShadow({ source, history: { revisions: [] }, target: { kind: 'base' }, seeds: false }, async ({ client, settings }) => {
    context.output.transient(`running ${command} …`);
    const { code, lines } = await runProjectCommand(context, command, settings);
    context.output.transient('');
    if (code !== 0) throw new FromCommandFailed(command, code, lines);
    return { label: command, snapshot: await takeSnapshot(client), server: describeServer(settings) };
  });
}
