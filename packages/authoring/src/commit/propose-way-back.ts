import type { SchemaSnapshot } from '@godwit/difference';
import type { Position } from '@godwit/history';
import { parseStatements, type Statement } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import { findUndo } from '../attempt/find-undo.ts';
import { undoOfStatements } from '../attempt/undo-of-statements.ts';
import { formatSql } from '../format/format-sql.ts';
import { prove } from '../prove/prove.ts';
import { writeBody } from '../revision/write-body.ts';
import { withHistoryShadow } from '../shadow/history-shadow.ts';
import type { CommitOptions } from './commit-revision.ts';
import type { ComposedRevision } from './compose-revision.ts';
import { type Draft, frameInDraft } from './draft.ts';

/** A way back that nobody has written, worked out from what the revision did to the catalog; or why there is none. */
export type ProposedWayBack =
  | {
      readonly kind: 'proposed';
      readonly body: string;
      /** Whether the revision writes rows, which no difference of catalogs brings back. */
      readonly writesRows: boolean;
    }
  | { readonly kind: 'none'; readonly because: string };

/** Statements whose effect is in the rows. */
const WRITES_ROWS: readonly Statement['kind'][] = [
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'TruncateStmt',
  'DoStmt',
  'CallStmt',
];

/**
 * Reads the way back off the statements where they do nothing but add; else applies the revision on a shadow database and works out what makes
 * the catalog what it was. It is then proved like one that somebody has written.
 *
 * @throws ProofStepFailed, LeavesUnsound when the revision itself does not hold
 */
export async function proposeWayBack(
  { history, shadow: source, signal }: CommitOptions,
  { draft, first, target }: { readonly draft: Draft; readonly first: ComposedRevision; readonly target: Position },
): Promise<ProposedWayBack> {
  // Its engine takes half a second to load, and not every command needs it.
  const { respell, takeSnapshot } = await import('@godwit/difference');
  const { statements, placeholders } = await parseStatements(draft.forward.body);
  const writesRows = statements.some(({ kind }) => WRITES_ROWS.includes(kind));
  // What does nothing but add tells by itself what takes it back, unless a value has yet to be put into it.
  const plain = first.revision.transactional && placeholders.length === 0 ? undoOfStatements(statements) : null;
  if (plain !== null && plain !== '') return { kind: 'proposed', body: (await formatSql(await respell(plain))).text, writesRows };
  return withHistoryShadow(
    { source, history, target, seeds: true },
    async ({ client, connect, execution, seeded }): Promise<ProposedWayBack> => {
      const before = await takeSnapshot(client);
      const frameOf = (step: Parameters<typeof frameInDraft>[1], frame: Parameters<typeof frameInDraft>[2]) =>
        frameInDraft(draft, step, frame);
      await prove({ revisions: [first.revision], client, connect, settings: execution, seeded, frameOf, signal });
      const alone = first.revision.transactional ? null : await findAlone(client, before);
      if (alone !== null) return { kind: 'proposed', body: (await formatSql(alone)).text, writesRows };
      const found = await findUndo(client, before);
      if (found.kind === 'cannot') return { kind: 'none', because: `this would stay: ${found.unmodelled.join('; ')}` };
      const { body, transactional } = found.undo;
      if (body.trim() === '')
        return { kind: 'none', because: 'it changes rows, and nothing that a catalog tells: only you know the way back' };
      if (!transactional)
        return { kind: 'none', because: 'what leads back cannot run inside a transaction, and is more than one statement' };
      return { kind: 'proposed', body: (await formatSql(body)).text, writesRows };
    },
  );
}

/** What was made without holding anybody up goes so too: one statement outside a transaction. Null where that is not the whole way back. */
async function findAlone(client: Client, before: SchemaSnapshot): Promise<string | null> {
  const { findDifferenceAt, planRevisions, takeSnapshot } = await import('@godwit/difference');
  const { catalog } = await takeSnapshot(client);
  const { statements, unmodelled } = await findDifferenceAt(client, { to: before, renames: [] });
  const [alone, second] = await planRevisions({ statements, from: catalog, to: before.catalog, renames: [] });
  if (alone === undefined || second !== undefined || alone.transactional || unmodelled.length > 0) return null;
  return writeBody({ ...alone, before: null });
}
