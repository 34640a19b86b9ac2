import { nameOfPath, namePath, type Statement } from '@godwit/migrator/statements';
import { nameSql } from './name-sql.ts';

type CreateFunction = Extract<Statement['node'], { CreateFunctionStmt: unknown }>['CreateFunctionStmt'];

type Parameter = NonNullable<CreateFunction['parameters']>[number];

/** What DROP FUNCTION calls it: `shelf.near(pg_catalog.int4, text[])`. Null when the types are not written out. */
export function signatureOf({ funcname, parameters = [], is_procedure: isProcedure }: CreateFunction): string | null {
  const types: (string | null)[] = [];
  for (const parameter of parameters) {
    const mode = 'FunctionParameter' in parameter ? parameter.FunctionParameter.mode : undefined;
    if (mode === 'FUNC_PARAM_TABLE') continue;
    if (mode === 'FUNC_PARAM_OUT') {
      if (isProcedure) return null;
      continue;
    }
    types.push(typeOf(parameter));
  }
  return types.includes(null) ? null : `${nameSql(nameOfPath(namePath(funcname)))}(${types.join(', ')})`;
}

function typeOf(parameter: Parameter): string | null {
  if (!('FunctionParameter' in parameter)) return null;
  const type = parameter.FunctionParameter.argType;
  if (type === undefined || type.pct_type || type.setof) return null;
  const path = namePath(type.names);
  return path.length === 0 ? null : nameSql(nameOfPath(path)) + '[]'.repeat(type.arrayBounds?.length ?? 0);
}
