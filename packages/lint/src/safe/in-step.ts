import type { RelationName } from '@godwit/migrator';
import { formatIdentifier, formatName } from '@godwit/migrator/statements';

export interface InStep {
  readonly table: RelationName;
  /** Ends the names of function and trigger: `books_fill_isbn`. */
  readonly suffix: string;
  /** PL/pgSQL statements, without indentation. */
  readonly body: readonly string[];
}

/** A trigger that keeps a column in step for as long as two versions of the application run, and its function. */
export function createTrigger({ table, suffix, body }: InStep): string {
  const { name, routine } = namesOf(table, suffix);
  return `create function ${routine}()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
${body.map((line) => `  ${line}`).join('\n')}
  return new;
end;
$$;

create trigger ${name}
  before insert or update on ${formatName(table)}
  for each row
  execute function ${routine}();`;
}

export function dropTrigger({ table, suffix }: Pick<InStep, 'table' | 'suffix'>): string {
  const { name, routine } = namesOf(table, suffix);
  return `drop trigger ${name} on ${formatName(table)};\ndrop function ${routine}();`;
}

function namesOf(table: RelationName, suffix: string) {
  const name = `${table.name}_${suffix}`;
  return { name: formatIdentifier(name), routine: formatName({ schema: table.schema, name }) };
}
