import { describe, expect, test } from 'vitest';
import { extensionAdvice } from './extension-advice.ts';
import { extensionProblem } from './extension-problem.ts';
import { realExtensionName } from './known-extensions.ts';

describe('files that are missing', () => {
  const missing = (extension: string, serverVersion = 170005): string =>
    extensionAdvice({ extension, serverVersion, reason: 'missing' }).join('\n');

  test("pgvector's packages are those of the server's major version", () => {
    for (const [version, major] of [
      [170005, '17'],
      [150018, '15'],
    ] as const) {
      const advice = missing('vector', version);
      expect(advice).toContain(`apt install postgresql-${major}-pgvector`);
      expect(advice).toContain(`dnf install pgvector_${major}`);
      expect(advice).toContain(`pgvector/pgvector:pg${major} in place of postgres:${major}`);
      expect(advice).toContain('brew install pgvector');
      expect(advice).toMatch(/managed services.*RDS/);
      expect(advice).not.toContain('$');
    }
  });

  test('"pgvector" is answered with its real name', () => {
    const advice = missing('pgvector');
    expect(advice.split('\n')[0]).toBe('The extension is called vector in SQL: create extension if not exists vector;');
    expect(advice).toContain('apt install postgresql-17-pgvector');
    expect(missing('vector')).not.toContain('is called');
  });

  test('what comes with PostgreSQL is in its contrib package', () => {
    const advice = missing('pg_trgm');
    expect(advice).toContain('apt install postgresql-contrib postgresql-17');
    expect(advice).toContain('postgres:17 has it');
  });

  test('one that must be loaded at the start says so', () => {
    expect(missing('pg_cron')).toContain('shared_preload_libraries');
    expect(missing('vector')).not.toContain('shared_preload_libraries');
  });

  test('one that nobody knows is looked for', () => {
    expect(missing('my_own')).toContain('apt-cache search postgresql-17');
  });
});

describe('permission that is missing', () => {
  test('says whom to ask for which statement', () => {
    const advice = extensionAdvice({
      extension: 'vector',
      serverVersion: 170005,
      reason: 'not permitted',
      database: 'my shop',
      user: 'app',
    });
    const text = advice.join('\n');
    expect(text).toContain("psql -U postgres -d 'my shop' -c 'create extension if not exists vector;'");
    for (const role of ['rds_superuser', 'cloudsqlsuperuser', 'azure_pg_admin', 'Supabase']) expect(text).toContain(role);
    expect(text).not.toContain('trusted');
  });

  test('a trusted one needs no superuser', () => {
    const advice = extensionAdvice({
      extension: 'uuid-ossp',
      serverVersion: 170005,
      reason: 'not permitted',
      database: 'shop',
      user: 'app',
    });
    expect(advice[0]).toContain('grant create on database "shop" to "app";');
    expect(advice.join('\n')).toContain('create extension if not exists "uuid-ossp";');
  });
});

test.each([
  ['pgvector', 'vector'],
  ['PGVECTOR', 'vector'],
  ['uuid_ossp', 'uuid-ossp'],
  ['pg-trgm', 'pg_trgm'],
  ['trgm', 'pg_trgm'],
  ['PostGIS', 'postgis'],
  ['vector', null],
  ['uuid-ossp', null],
  ['my_own', null],
])('the real name of %s is %s', (name, real) => {
  expect(realExtensionName(name)).toBe(real);
});

test.each([
  ['0A000', 'create extension if not exists vector', { extension: 'vector', reason: 'missing' }],
  ['58P01', 'CREATE  EXTENSION\n"uuid-ossp" WITH SCHEMA public', { extension: 'uuid-ossp', reason: 'missing' }],
  ['42501', 'create extension Vector', { extension: 'vector', reason: 'not permitted' }],
  ['42710', 'create extension vector', null],
  ['0A000', 'create table t ()', null],
])('%s of %j', (code, sql, problem) => {
  expect(extensionProblem(Object.assign(new Error('no'), { severity: 'ERROR', code }), sql)).toEqual(problem);
});
