import { quoteIdentifier, quoteQualified } from '@godwit/postgres';
import type { RelationName } from '../statements/relation-name.ts';
import type { Assessing } from './assessing.ts';
import { calledCode } from './code-loss.ts';
import { domainViolations } from './domain-loss.ts';
import { rowsLost, tablesOfExtension, tablesOfSchema, tablesPartitionedBy, valuesOfTypes } from './drop-loss.ts';
import type { LossyAction } from './lossy-action.ts';
import { type Assessed, NOTHING, type PartialLoss } from './partial-loss.ts';
import { droppedSequence, restartedSequence, sequencesOfSchema } from './sequence-loss.ts';
import { tableText } from './table.ts';

/** An action on what is no table, and reaches the rows of tables. */
type ObjectAction = Exclude<LossyAction, { readonly relation: RelationName }> | Extract<LossyAction, { kind: 'drop row type' }>;

export async function assessObject(assessing: Assessing, action: ObjectAction): Promise<Assessed> {
  const { asker, naming, changes } = assessing;
  const found = (losses: readonly PartialLoss[]): Assessed => ({ losses, unseen: null });
  switch (action.kind) {
    case 'unseen':
      changes.addUnknown();
      return { losses: [], unseen: action.reason };
    case 'drop schema': {
      const schema = naming.schema(action.schema);
      return found([
        ...(await rowsLost(asker, await tablesOfSchema(asker, schema))),
        ...(await valuesOfTypes(asker, { schema })),
        ...(await sequencesOfSchema(asker, schema)),
      ]);
    }
    case 'drop extension': {
      const { extension, cascade } = action;
      const rows = await rowsLost(asker, await tablesOfExtension(asker, extension));
      return found(cascade ? [...rows, ...(await valuesOfTypes(asker, { extension }))] : rows);
    }
    case 'drop code': {
      const tables = await tablesPartitionedBy(asker, action.name);
      return tables.length === 0 ? NOTHING : { losses: [], unseen: `CASCADE may take ${tables.map((one) => tableText(one)).join(', ')}` };
    }
    case 'drop sequence':
      return found(await droppedSequence(asker, naming.relation(action.sequence)));
    case 'restart sequence':
      return found(await restartedSequence(asker, naming.relation(action.sequence), action.to));
    case 'constrain domain': {
      const type = naming.type(action.type);
      return type === null ? NOTHING : found(await domainViolations(asker, { type: typeSql(type), check: action.check, changes }));
    }
    case 'drop type': {
      const type = naming.type(action.type);
      return type === null ? NOTHING : found(await valuesOfTypes(asker, { type: typeSql(type) }));
    }
    case 'drop row type': {
      const relation = naming.relation(action.relation);
      return relation === null ? NOTHING : found(await valuesOfTypes(asker, { type: typeSql(relation) }));
    }
    case 'call':
      return await assessCall(assessing, action.functions);
  }
}

async function assessCall({ asker, naming, changes }: Assessing, functions: readonly RelationName[]): Promise<Assessed> {
  const now = functions.map(({ schema, name }) => ({ schema: schema === null ? null : naming.schema(schema), name }));
  const assessed = await calledCode(asker, now);
  if (assessed.unseen !== null) changes.addUnknown();
  return assessed;
}

function typeSql({ schema, name }: RelationName): string {
  return schema === null ? quoteIdentifier(name) : quoteQualified(schema, name);
}
