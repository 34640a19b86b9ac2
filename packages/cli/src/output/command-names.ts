/** How the user calls the two programs, for the commands in help texts. */
export interface CommandNames {
  /** `godwit`, `pnpm migrate`. */
  readonly godwit: string;
  /** `godwit db`, `pnpm db`. */
  readonly database: string;
}

/** Both names, from that of the one that runs. */
export function commandNames(invocation: string): CommandNames {
  if (invocation === 'pnpm migrate' || invocation === 'pnpm db') return { godwit: 'pnpm migrate', database: 'pnpm db' };
  const godwit = invocation.replace(/ db$/, '');
  return { godwit, database: `${godwit} db` };
}

/** A help text is written with `godwit upgrade` and `godwit db start`; this is what the user types. Names such as `godwit.setting` stay. */
export function inWordsOf({ godwit, database }: CommandNames, help: string): string {
  return help.replaceAll(/\bgodwit( db)? (?=[a-z-])/g, (_, db: string | undefined) => `${db === undefined ? godwit : database} `);
}
