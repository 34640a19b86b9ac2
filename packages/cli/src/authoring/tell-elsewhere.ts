import { type CopyRefusal, quoteIdentifier } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';

/** A command may need several shadow databases. */
const told = new WeakSet<CommandContext>();

/** Says once that revisions are tried on another server than the one they are for: another version, other roles, other extensions. */
export function tellElsewhere(context: CommandContext, { reason, powerless }: CopyRefusal): void {
  const { output } = context;
  if (output.json || told.has(context)) return;
  told.add(context);
  output.note(`${output.errorStyle.yellow('!')} the shadow database is on the embedded server: ${reason}`);
  const grant = powerless === null ? '' : `alter role ${quoteIdentifier(powerless)} createdb; or `;
  output.note(`  to try revisions on a server like yours: ${grant}SHADOW_DATABASE_URL`);
}
