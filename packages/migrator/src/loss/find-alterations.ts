import type { AlterDomainStmt, AlterSeqStmt, AlterTableCmd, AlterTableStmt, ColumnDef, Node } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';
import { textUntil, topTokens } from '../statements/text-slices.ts';
import { visit } from '../statements/visit.ts';
import { addedConstraint, domainCheck, requiredColumn } from './find-constraints.ts';
import type { LocatedStatement } from './find-lossy-actions.ts';
import type { LossyAction } from './lossy-action.ts';

/** What ALTER TABLE and ALTER TYPE take from rows, or ask of them. */
export function alteredTable(located: LocatedStatement, { relation: range, objtype, cmds = [] }: AlterTableStmt): LossyAction[] {
  if (range === undefined) return [];
  const relation = nameOfRange(range);
  const commands = cmds.flatMap((item) => ('AlterTableCmd' in item ? [item.AlterTableCmd] : []));
  if (objtype !== 'OBJECT_TYPE') return commands.flatMap((command) => alter(located, relation, command));
  const reaches = commands.some(({ subtype }) => subtype === 'AT_DropColumn' || subtype === 'AT_AlterColumnType');
  return reaches ? [{ kind: 'unseen', reason: 'DROP or ALTER ATTRIBUTE reaches into the columns of that type' }] : [];
}

function alter(located: LocatedStatement, relation: RelationName, { subtype, name = '', def, missing_ok }: AlterTableCmd): LossyAction[] {
  switch (subtype) {
    case 'AT_DropColumn':
      return [{ kind: 'drop column', relation, column: name }];
    case 'AT_SetNotNull':
      return [{ kind: 'set not null', relation, column: name }];
    case 'AT_AlterColumnType':
      return def !== undefined && 'ColumnDef' in def ? changedType(located, relation, name, def.ColumnDef) : [];
    case 'AT_AddColumn':
      return def !== undefined && 'ColumnDef' in def && !missing_ok ? requiredColumn(relation, def.ColumnDef) : [];
    case 'AT_AddConstraint':
      return def !== undefined && 'Constraint' in def ? addedConstraint(located, relation, def.Constraint) : [];
    case 'AT_ValidateConstraint':
      return [{ kind: 'add constraint', relation, constraint: { kind: 'existing', name } }];
    case 'AT_DropIdentity':
      return [{ kind: 'drop identity', relation, column: name }];
    case 'AT_SetIdentity':
      return restart(def) === undefined ? [] : [{ kind: 'restart identity', relation, column: name }];
    case 'AT_DisableTrig':
    case 'AT_DisableRule':
      return [{ kind: 'disarm', relation, name }];
    case 'AT_DisableTrigAll':
    case 'AT_DisableTrigUser':
      return [{ kind: 'disarm', relation, name: null }];
    default:
      return [];
  }
}

function changedType(
  located: LocatedStatement,
  relation: RelationName,
  column: string,
  { typeName, raw_default: using }: ColumnDef,
): LossyAction[] {
  if (typeName?.location === undefined) return [];
  const { text } = located.statement;
  const tokens = topTokens(located.parser, text);
  const start = located.offsetOf(typeName.location);
  const type = { name: nameOfPath(namePath(typeName.names)), text: textUntil(tokens, text, start, ['collate', 'using', ',']) };
  const keyword = using === undefined ? undefined : tokens.find((token) => token.start > start && token.word === 'using');
  const expression = keyword === undefined ? null : textUntil(tokens, text, keyword.end, [',']);
  return [{ kind: 'change type', relation, column, type, using: expression }];
}

/** ALTER SEQUENCE … RESTART; nothing else of it touches the position. */
export function alteredSequence({ sequence, options = [] }: AlterSeqStmt): LossyAction[] {
  const found = restart(options);
  return sequence === undefined || found === undefined ? [] : [{ kind: 'restart sequence', sequence: nameOfRange(sequence), to: found.to }];
}

/** The subtypes of ALTER DOMAIN that the values are checked for: C adds a constraint, O sets NOT NULL. */
export function alteredDomain(located: LocatedStatement, { subtype, typeName, def }: AlterDomainStmt): LossyAction[] {
  const type = nameOfPath(namePath(typeName));
  if (subtype === 'O') return [{ kind: 'constrain domain', type, check: 'not null' }];
  if (subtype !== 'C' || def === undefined || !('Constraint' in def) || def.Constraint.skip_validation) return [];
  return [{ kind: 'constrain domain', type, check: domainCheck(located, def.Constraint) }];
}

function restart(options: Node | readonly Node[] | undefined): { readonly to: number | null } | undefined {
  let found: { readonly to: number | null } | undefined;
  visit(options, (node) => {
    if (!('DefElem' in node) || node.DefElem.defname !== 'restart') return;
    const { arg } = node.DefElem;
    found = { to: arg !== undefined && 'Integer' in arg ? (arg.Integer.ival ?? 0) : null };
  });
  return found;
}
