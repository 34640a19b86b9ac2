import { readFile } from 'node:fs/promises';

/** The release of PGlite and the PostgreSQL major in it: a data directory belongs to the latter, a template to both. */
export const PGLITE_RELEASE = '0.5.14';
export const POSTGRES_MAJOR = '18';

let compiled: Promise<WebAssembly.Module> | undefined;

/** PostgreSQL as compiled WebAssembly: about 60 ms the first time in a process, shared by every engine after that. */
export function compilePostgres(): Promise<WebAssembly.Module> {
  compiled ??= readFile(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
