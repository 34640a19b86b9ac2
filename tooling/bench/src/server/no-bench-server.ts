/** There is no server that a figure could be taken from. */
export class NoBenchServer extends Error {
  override readonly name = 'NoBenchServer';

  constructor(because: string) {
    super(
      `benches need a native PostgreSQL: ${because}\nnext: GODWIT_BENCH_DATABASE_URL=postgres://… pnpm bench (a role that may create databases)`,
    );
  }
}
