import type { History } from '@godwit/history';
import { parseStatements } from '@godwit/migrator';

/** What the revisions want of a server before they can run. */
export interface HistoryNeeds {
  /** Extensions that are there at head, each with the revision that creates it. */
  readonly extensions: ReadonlyMap<string, string>;
  /** Schemas that the revisions make. */
  readonly schemas: ReadonlySet<string>;
}

export const NO_NEEDS: HistoryNeeds = { extensions: new Map(), schemas: new Set() };

/** Read off the parse trees; a body that does not parse is passed over: `lint` and `check` say so. */
export async function historyNeeds({ revisions }: Pick<History, 'revisions'>): Promise<HistoryNeeds> {
  const extensions = new Map<string, string>();
  const schemas = new Set<string>();
  for (const { name, body } of revisions) {
    // Nearly all bodies do neither, and to parse them takes longer than all the rest.
    if (!/\b(extension|schema)\b/i.test(body)) continue;
    for (const { node } of (await parseStatements(body)).statements) {
      if ('CreateExtensionStmt' in node && node.CreateExtensionStmt.extname) {
        const { extname } = node.CreateExtensionStmt;
        if (!extensions.has(extname)) extensions.set(extname, name);
      }
      if ('CreateSchemaStmt' in node && node.CreateSchemaStmt.schemaname) schemas.add(node.CreateSchemaStmt.schemaname);
      if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_EXTENSION') {
        for (const object of node.DropStmt.objects ?? []) if ('String' in object) extensions.delete(object.String.sval ?? '');
      }
    }
  }
  return { extensions, schemas };
}
