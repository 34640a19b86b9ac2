import type { Catalog } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import type { Step } from '../steps/step.ts';
import type { Addition } from './addition.ts';
import { inRelation } from './names.ts';

/** REVOKE ALL ON TABLE takes the grants on its columns too, which have to be given again. */
export function columnGrants(steps: readonly Step[], to: Catalog): readonly Addition[] {
  const revoked = new Set(
    steps.flatMap(({ sql, object }) => {
      const [, role] = /^REVOKE ALL ON TABLE .* FROM (.*)$/s.exec(sql) ?? [];
      return role === undefined ? [] : [`${object} ${role}`];
    }),
  );
  if (revoked.size === 0) return [];
  return Object.values(to.objects).flatMap((column) => {
    if (column.kind !== 'column') return [];
    const { relation, name } = inRelation(column.path);
    const table = column.within.find((id) => id.startsWith('table ')) ?? '';
    const last = (column.grants ?? [])
      .flatMap((line) => grantsOf(line, column.owner))
      .flatMap(({ role, privileges, option }) => {
        if (!revoked.has(`${table} ${role}`)) return [];
        const list = privileges.map((privilege) => `${privilege} (${name})`).join(', ');
        return [`grant ${list} on table ${relation} to ${role}${option ? ' with grant option' : ''}`];
      });
    return last.length === 0 ? [] : [{ object: column.id, first: [], last }];
  });
}

interface Grant {
  /** As SQL. */
  readonly role: string;
  readonly privileges: readonly string[];
  /** With the right to pass it on. */
  readonly option: boolean;
}

/** `app=SELECT, UPDATE*`, a star for the grant option, `/boss` for another grantor. */
function grantsOf(line: string, owner: string | null): readonly Grant[] {
  const at = line.lastIndexOf('=');
  const [name = ''] = line.slice(0, at).split('/');
  const role = name === 'PUBLIC' ? 'PUBLIC' : quoteIdentifier(name === 'OWNER' && owner !== null ? owner : name);
  const all = line.slice(at + 1).split(', ');
  return [false, true].flatMap((option) => {
    const privileges = all.filter((privilege) => privilege.endsWith('*') === option).map((privilege) => privilege.replace(/\*$/, ''));
    return privileges.length === 0 ? [] : [{ role, privileges, option }];
  });
}
