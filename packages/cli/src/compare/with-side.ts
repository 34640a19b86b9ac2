import type { Gmrc, History, Position } from '@godwit/history';
import type { Ledger } from '@godwit/migrator';
import { type Client, describeServer, withClient } from '@godwit/postgres';
import { shadowSource } from '../authoring/shadow-source.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { displayPath } from '../session/open-history.ts';
import type { Session } from '../session/open-session.ts';
import { selectDatabase } from '../session/select-database.ts';
import type { Operand } from './operand.ts';

/** One side of a comparison: a database that can be read. */
export interface Side {
  /** `000038-add-status (head)`, `app @ embedded`, `./schema`. */
  readonly label: string;
  readonly client: Client;
  /** Two sides with an equal one are on one server, where the same roles are. */
  readonly server: string;
  /** True for a database that was made for this: statements can be tried on it, and are to be taken back. */
  readonly disposable: boolean;
}

export interface SideContext {
  readonly input: CommandInput;
  readonly session: Session;
  readonly history: History;
  readonly ledger: Ledger;
  readonly gmrc: Gmrc;
}

/** Runs with a side: the selected database as it is, another one connected to, a revision or folder built on a shadow database. */
export async function withSide<T>(
  context: CommandContext,
  sides: SideContext,
  operand: Operand,
  work: (side: Side) => Promise<T>,
): Promise<T> {
  const { session, input } = sides;
  switch (operand.kind) {
    case 'selected':
      return work({
        label: session.database.display,
        client: session.client,
        server: describeServer(session.database.settings),
        disposable: false,
      });
    case 'database': {
      const { settings, display } = await selectDatabase(context, { ...input, options: { ...input.options, database: operand.text } });
      const server = describeServer(settings);
      return withClient({ ...settings, applicationName: `godwit ${context.version}` }, (client) =>
        work({ label: display, client, server, disposable: false }),
      );
    }
    case 'target':
      return withBuilt(context, sides, { position: operand.position, label: labelOf(sides.history, operand.position), lent: true }, work);
    case 'folder':
      return withBuilt(context, sides, { position: { kind: 'base' }, label: operand.text, lent: false }, async (side) => {
        const { loadSchemaFolder } = await loadDifference();
        await loadSchemaFolder(side.client, displayPath(context, operand.path));
        return work(side);
      });
  }
}

interface Built {
  readonly position: Position;
  readonly label: string;
  /** True when what is tried on it is taken back. */
  readonly lent: boolean;
}

async function withBuilt<T>(
  context: CommandContext,
  { session, ledger, gmrc, history }: SideContext,
  { position, label, lent }: Built,
  work: (side: Side) => Promise<T>,
): Promise<T> {
  const { withHistoryShadow } = await loadAuthoring();
  const source = await shadowSource(context, { database: session.database, ledger, gmrc });
  context.output.transient(`building ${label} on a shadow database …`);
  return withHistoryShadow({ source, history, target: position, seeds: false, lent }, async ({ client, settings }) => {
    context.output.transient('');
    return work({ label, client, server: describeServer(settings), disposable: true });
  });
}

function labelOf(history: History, position: Position): string {
  if (position.kind === 'base') return 'base';
  const isHead = !history.revisions.some(({ previousHash }) => previousHash === position.revision.hash);
  return `${position.revision.name}${isHead ? ' (head)' : ''}`;
}
