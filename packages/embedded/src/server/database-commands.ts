import { EngineFailure } from '../engine/engine.ts';
import { internalQuery } from '../engine/internal-query.ts';
import { createRoles } from '../session/roles.ts';
import type { DatabaseStatement } from '../sql/database-statement.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { ClientError, diskFull, unknownDatabase } from './client-error.ts';
import type { Cluster } from './cluster.ts';
import { makeDatabase, type NamelessDatabase, nameDatabase } from './open-database.ts';
import { SpareDatabase } from './spare-database.ts';

type Create = Extract<DatabaseStatement, { kind: 'create' }>;
type Drop = Extract<DatabaseStatement, { kind: 'drop' }>;
type Rename = Extract<DatabaseStatement, { kind: 'rename' }>;

/** CREATE, DROP and ALTER DATABASE … RENAME, with PostgreSQL's codes and words. */
export class DatabaseCommands {
  readonly #cluster: Cluster;
  readonly #spare: SpareDatabase;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#spare = new SpareDatabase(cluster.files);
  }

  /**
   * @param roles statements that make the roles it is to know
   * @throws ClientError 42P04, 3D000, 55006, 53100
   */
  create({ name, template, owner }: Create, roles: readonly string[]): Promise<void> {
    return this.#cluster.exclusively([name, template ?? ''], async () => {
      if (this.#record(name) !== undefined || isTemplate(name)) throw nameTaken(name);
      const nameless = await this.#make(template).catch(explainFailure);
      const record = await nameDatabase(this.#cluster.files, nameless, name).catch(explainFailure);
      this.#cluster.adopt(record, nameless.open);
      await createRoles(nameless.open.engine, roles);
      if (owner !== null) await internalQuery(nameless.open.engine, GIVE_TO, [owner]);
      await this.#cluster.trim();
      if (template === null || isTemplate(template)) this.#spare.prepare();
    });
  }

  /**
   * @param by the database of who asks
   * @throws ClientError 3D000, 42809, 55006
   */
  drop({ name, ifExists, force }: Drop, by: string): Promise<void> {
    return this.#cluster.exclusively([name], async () => {
      if (isTemplate(name)) throw new ClientError({ code: '42809', message: 'cannot drop a template database' });
      const record = this.#record(name);
      if (record === undefined && ifExists) return;
      if (record === undefined) throw unknownDatabase(name, 'ERROR');
      if (name === by) throw new ClientError({ code: '55006', message: 'cannot drop the currently open database' });
      await this.#cluster.vacate(name, `database "${name}" is being accessed by other users`, force);
      await this.#cluster.files.drop(record);
    });
  }

  /**
   * @param by the database of who asks
   * @throws ClientError 3D000, 42P04, 0A000, 55006
   */
  rename({ name, to }: Rename, by: string): Promise<void> {
    return this.#cluster.exclusively([name, to], async () => {
      const record = this.#record(name);
      if (record === undefined) throw unknownDatabase(name, 'ERROR');
      if (this.#record(to) !== undefined) throw nameTaken(to);
      if (name === by) throw new ClientError({ code: '0A000', message: 'current database cannot be renamed' });
      await this.#cluster.vacate(name, `database "${name}" is being accessed by other users`);
      await this.#cluster.files.rename(record, to);
    });
  }

  /** Tools that make databases like to connect to `template1`: there is one as soon as somebody does. */
  async ensureTemplate(name: string): Promise<void> {
    if (!isTemplate(name) || this.#record(name) !== undefined) return;
    if (name === 'template0')
      throw new ClientError({ code: '55000', message: 'database "template0" is not currently accepting connections' });
    await this.ensure(name);
  }

  /** Makes an empty database unless there is one of this name. */
  ensure(name: string): Promise<void> {
    return this.#cluster.exclusively([name], async () => {
      if (this.#record(name) !== undefined) return;
      const nameless = await makeDatabase(this.#cluster.files);
      this.#cluster.adopt(await nameDatabase(this.#cluster.files, nameless, name), nameless.open);
    });
  }

  async stop(): Promise<void> {
    await this.#spare.discard();
  }

  async #make(template: string | null): Promise<NamelessDatabase> {
    if (template === null || isTemplate(template)) return await this.#spare.take();
    const source = this.#record(template);
    if (source === undefined) throw new ClientError({ code: '3D000', message: `template database "${template}" does not exist` });
    await this.#cluster.vacate(template, `source database "${template}" is being accessed by other users`);
    return await makeDatabase(this.#cluster.files, this.#record(template));
  }

  #record(name: string): DatabaseRecord | undefined {
    return this.#cluster.files.registry.get(name);
  }
}

/** The two that every server has; here both stand for an empty database. */
function isTemplate(name: string): boolean {
  return name === 'template0' || name === 'template1';
}

function nameTaken(name: string): ClientError {
  return new ClientError({ code: '42P04', message: `database "${name}" already exists` });
}

function explainFailure(error: unknown): never {
  if (error instanceof EngineFailure && error.code === 'ENOSPC') throw diskFull('could not create the database', error);
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw diskFull('could not create the database', error);
  throw error;
}

const GIVE_TO = `
update pg_catalog.pg_database set datdba = (select oid from pg_catalog.pg_roles where rolname = $1)
where datname = pg_catalog.current_database()`;
