import type { CommandContext } from '../context.ts';
import type { Session } from '../session/open-session.ts';
import { runProjectCommand } from './run-project-command.ts';

/** What became of the command that the configuration names for what is made from the schema. */
export type Generated =
  | { readonly state: 'none' }
  | { readonly state: 'done'; readonly command: string }
  | { readonly state: 'failed'; readonly command: string; readonly lines: readonly string[] };

/** What a command that fails has printed last says why. */
const TOLD_LINES = 10;

/** Runs it on the development database, which has the new schema. */
export async function generateTypes(context: CommandContext, { database }: Pick<Session, 'database'>): Promise<Generated> {
  const { generate: command } = context.config();
  if (command === undefined) return { state: 'none' };
  context.output.transient(`  ◐ ${command} …`);
  const { code, lines } = await runProjectCommand(context, command, database.settings);
  return code === 0 ? { state: 'done', command } : { state: 'failed', command, lines: lines.slice(-TOLD_LINES) };
}
