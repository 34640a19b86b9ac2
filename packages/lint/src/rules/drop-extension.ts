import { formatIdentifier, namePath } from '@godwit/migrator/statements';
import { quoteLiteral } from '@godwit/postgres';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';

export const dropExtension: StatementRule = {
  about: 'statements',
  name: 'drop-extension',
  group: 'compatibility',
  severity: 'error',
  summary: 'DROP EXTENSION',
  why: 'An extension belongs to the database and not to one revision: other schemas may use it, CASCADE takes their columns and indexes along, and who may create it again is often somebody else. Leave it, in a way back too. The query shows what needs it; where nothing does, its owner may drop it by hand.',
  example: { sql: 'drop extension pg_trgm;' },
  reverts: true,
  sees: 'before',
  kinds: ['DropStmt'],
  *check({ statement }) {
    if (!('DropStmt' in statement.node) || statement.node.DropStmt.removeType !== 'OBJECT_EXTENSION') return;
    const names = (statement.node.DropStmt.objects ?? []).flatMap((object) => namePath(object));
    const cascade = statement.node.DropStmt.behavior === 'DROP_CASCADE';
    yield {
      message: `DROP EXTENSION takes ${names.map(formatIdentifier).join(', ')} from everybody in the database`,
      because: cascade
        ? 'CASCADE drops every column, index and function that uses it, in every schema'
        : 'whoever creates it again needs rights that the role of a deploy often lacks',
      safe: names.map((name) =>
        here(
          `select pg_describe_object(classid, objid, objsubid) as needs_it\nfrom pg_depend\nwhere refclassid = 'pg_extension'::regclass and deptype = 'n'\n  and refobjid = (select oid from pg_extension where extname = ${quoteLiteral(name).trim()});`,
          'leave it; by hand, this shows what needs it',
        ),
      ),
    };
  },
};
