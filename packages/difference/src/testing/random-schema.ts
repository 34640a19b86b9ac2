import fc from 'fast-check';

/** A small schema as data; `renderSchema` makes it SQL. */
export interface RandomSchema {
  readonly tables: readonly RandomTable[];
  readonly labels: readonly string[];
  readonly view: boolean;
}

interface RandomTable {
  readonly name: string;
  readonly columns: readonly RandomColumn[];
  readonly comment: string | null;
  readonly unique: boolean;
  readonly check: boolean;
  readonly index: boolean;
  readonly parent: boolean;
}

interface RandomColumn {
  readonly type: number;
  readonly notNull: boolean;
  readonly value: boolean;
  readonly comment: string | null;
}

/** A type, a default of it, and a wider type that it can become. */
const TYPES = [
  { type: 'int', value: '7', wider: 'bigint' },
  { type: 'varchar(20)', value: "'x'", wider: 'varchar(40)' },
  { type: 'text', value: "'it''s'", wider: 'text' },
  { type: 'numeric(6, 2)', value: '0.5', wider: 'numeric(8, 2)' },
  { type: 'timestamptz', value: 'now()', wider: 'timestamptz' },
  { type: 'jsonb', value: "'{}'", wider: 'jsonb' },
  { type: 'S.mood', value: "'sad'", wider: 'S.mood' },
] as const;

const comment = fc.option(fc.constantFrom('A thing', "It's one", 'Ünïcode'), { nil: null });

const column = fc.record({ type: fc.nat(TYPES.length - 1), notNull: fc.boolean(), value: fc.boolean(), comment });

const table = fc.record({
  columns: fc.array(column, { minLength: 1, maxLength: 4 }),
  comment,
  unique: fc.boolean(),
  check: fc.boolean(),
  index: fc.boolean(),
  parent: fc.boolean(),
});

const schema: fc.Arbitrary<RandomSchema> = fc
  .record({ tables: fc.array(table, { minLength: 1, maxLength: 3 }), view: fc.boolean() })
  .map(({ tables, view }) => ({ tables: tables.map((one, at) => ({ ...one, name: `t${at}` })), labels: ['sad', 'ok'], view }));

/** Two schemas, of which the second has what the first has, but for what was changed in it: columns are only appended. */
export const schemaPair: fc.Arbitrary<{ readonly before: RandomSchema; readonly after: RandomSchema; readonly widened: boolean }> = fc
  .record({
    before: schema,
    appended: fc.array(column, { maxLength: 2 }),
    toggles: fc.record({
      unique: fc.boolean(),
      check: fc.boolean(),
      index: fc.boolean(),
      parent: fc.boolean(),
      value: fc.boolean(),
      comment,
    }),
    added: fc.option(table, { nil: null }),
    dropsLast: fc.boolean(),
    label: fc.boolean(),
    view: fc.boolean(),
    widened: fc.boolean(),
  })
  .map(({ before, appended, toggles, added, dropsLast, label, view, widened }) => {
    const kept = dropsLast && before.tables.length > 1 ? before.tables.slice(0, -1) : before.tables;
    const changed = kept.map((one, at) => (at === 0 ? change(one, appended, toggles) : one));
    const tables = added === null ? changed : [...changed, { ...added, name: 'added' }];
    return { before, after: { tables, labels: label ? [...before.labels, 'happy'] : before.labels, view }, widened };
  });

type Toggles = Pick<RandomTable, 'unique' | 'check' | 'index' | 'parent' | 'comment'> & { readonly value: boolean };

function change(one: RandomTable, appended: readonly RandomColumn[], { value, ...toggles }: Toggles): RandomTable {
  const [first, ...rest] = one.columns;
  const columns = first === undefined ? [] : [{ ...first, value }, ...rest];
  return { ...one, ...toggles, columns: [...columns, ...appended] };
}

/** @param widened whether columns have their wider type */
export function renderSchema({ tables, labels, view }: RandomSchema, name: string, widened = false): string {
  const statements = [
    `create schema ${name}`,
    `create type S.mood as enum (${labels.map((label) => `'${label}'`).join(', ')})`,
    ...tables.flatMap((one, at) => renderTable(one, at, widened)),
    ...(view ? ['create view S.seen as select id from S.t0'] : []),
  ];
  return `${statements.join(';\n')};\n`.replaceAll('S.', `${name}.`);
}

function renderTable(
  { name, columns, comment: text, unique, check, index, parent }: RandomTable,
  at: number,
  widened: boolean,
): readonly string[] {
  const lines = columns.map(({ type, notNull, value }, place) => {
    const { type: narrow, value: literal, wider } = TYPES[type] ?? TYPES[0];
    return `c${place} ${widened ? wider : narrow}${notNull ? ' not null' : ''}${value ? ` default ${literal}` : ''}`;
  });
  const extra = [
    ...(unique ? [`constraint ${name}_once unique (id, c0)`] : []),
    ...(check ? [`constraint ${name}_known check (id > 0)`] : []),
    ...(parent && at > 0 ? [`constraint ${name}_parent foreign key (id) references S.t0 (id) on delete cascade`] : []),
  ];
  const comments = columns.flatMap((one, place) =>
    one.comment === null ? [] : [`comment on column S.${name}.c${place} is '${one.comment.replace("'", "''")}'`],
  );
  return [
    `create table S.${name} (${['id serial primary key', ...lines, ...extra].join(', ')})`,
    ...(index ? [`create index ${name}_c0 on S.${name} (id desc, c0)`.replace(', c0)', ')')] : []),
    ...(text === null ? [] : [`comment on table S.${name} is '${text.replace("'", "''")}'`]),
    ...comments,
  ];
}
