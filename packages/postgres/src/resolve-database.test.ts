import { describe, expect, test } from 'vitest';
import { resolveDatabase } from './resolve-database.ts';

const URL = 'postgres://app@db.internal/shop';

describe('which source wins', () => {
  test('nothing is set: null, and a variable set to nothing is not set', () => {
    expect(resolveDatabase({ environment: {} })).toBeNull();
    expect(resolveDatabase({ environment: { PGHOST: '', PGDATABASE: '', PGPASSWORD: 'x' } })).toBeNull();
    expect(resolveDatabase({ environment: { DATABASE_URL: '', PGDATABASE: 'env' } })).toMatchObject({ database: 'env' });
    expect(resolveDatabase({ environment: { DATABASE_URL: '' }, dotenv: { DATABASE_URL: URL } })).toMatchObject({ host: 'db.internal' });
  });

  test.each([
    [{ DATABASE_URL: '' }, {}, 'it is set, and empty'],
    [{}, { DATABASE_URL: '' }, 'its line in .env is empty'],
    [{ PGUSER: 'app', PGPASSWORD: 'x' }, {}, 'PGUSER is set, and neither PGHOST nor PGDATABASE is'],
    [{}, { PGPORT: '5433' }, 'PGPORT is set, and neither PGHOST nor PGDATABASE is'],
    [{ PGSERVICE: 'shop' }, {}, 'PGSERVICE is set, and service files are not read'],
  ])('somebody has begun to name one, so no other is taken: %j, .env %j', (environment, dotenv, because) => {
    const error = expect.objectContaining({ code: 'GW100', details: [expect.stringContaining(because)] });
    expect(() => resolveDatabase({ environment, dotenv })).toThrow(error);
  });

  test('--database over DATABASE_URL over PGHOST', () => {
    const environment = { DATABASE_URL: URL, PGHOST: 'other', PGDATABASE: 'other' };
    expect(resolveDatabase({ environment, url: 'postgres://x/flagged' })).toMatchObject({ host: 'x', database: 'flagged', origin: 'flag' });
    expect(resolveDatabase({ environment })).toMatchObject({ host: 'db.internal', database: 'shop', origin: 'DATABASE_URL' });
  });

  test('the environment over .env', () => {
    const dotenv = { DATABASE_URL: 'postgres://dotenv/dotenv', PGPASSWORD: 'dotenv' };
    expect(resolveDatabase({ environment: {}, dotenv })).toMatchObject({ host: 'dotenv', password: 'dotenv', origin: 'DATABASE_URL' });
    expect(resolveDatabase({ environment: { DATABASE_URL: URL }, dotenv })).toMatchObject({ host: 'db.internal' });
    expect(resolveDatabase({ environment: { PGHOST: 'env', PGDATABASE: 'env' }, dotenv })).toMatchObject({ host: 'env', database: 'env' });
    expect(resolveDatabase({ environment: { PGPASSWORD: 'env' }, dotenv })).toMatchObject({ host: 'dotenv', password: 'env' });
  });

  test('a PGHOST in the shell goes before the DATABASE_URL of .env, and wants a database as well', () => {
    const dotenv = { DATABASE_URL: URL };
    expect(resolveDatabase({ environment: { PGHOST: 'env' }, dotenv: { ...dotenv, PGDATABASE: 'd' } })).toMatchObject({ host: 'env' });
    expect(() => resolveDatabase({ environment: { PGHOST: 'env' }, dotenv })).toThrow(expect.objectContaining({ code: 'GW103' }));
  });

  test('PG variables from both places, one by one', () => {
    const settings = resolveDatabase({ environment: { PGHOST: 'env' }, dotenv: { PGHOST: 'dotenv', PGDATABASE: 'dotenv' } });
    expect(settings).toMatchObject({ host: 'env', database: 'dotenv', origin: 'PG environment' });
  });
});

test('every PG variable', () => {
  const environment = {
    PGHOST: 'db.internal',
    PGPORT: '6543',
    PGUSER: 'app',
    PGPASSWORD: 's3cret',
    PGDATABASE: 'shop',
    PGSSLMODE: 'verify-ca',
    PGSSLROOTCERT: 'ca.crt',
    PGSSLCERT: 'c.crt',
    PGSSLKEY: 'c.key',
    PGCHANNELBINDING: 'require',
    PGCONNECT_TIMEOUT: '4',
    PGAPPNAME: 'deploy',
    PGOPTIONS: '-c x=1',
    PGPASSFILE: '/run/pgpass',
  };
  expect(resolveDatabase({ environment })).toEqual({
    host: 'db.internal',
    port: 6543,
    user: 'app',
    password: 's3cret',
    passwordFile: '/run/pgpass',
    database: 'shop',
    ssl: { mode: 'verify-ca', rootCert: 'ca.crt', cert: 'c.crt', key: 'c.key', channelBinding: true },
    connectTimeoutMs: 4000,
    applicationName: 'deploy',
    options: '-c x=1',
    origin: 'PG environment',
  });
});

test('a URL is completed from the PG variables, and overrides them', () => {
  const environment = { DATABASE_URL: URL, PGPASSWORD: 's3cret', PGUSER: 'other', PGSSLMODE: 'require', PGPORT: '6000' };
  expect(resolveDatabase({ environment })).toMatchObject({ user: 'app', password: 's3cret', port: 6000, ssl: { mode: 'require' } });
  const url = `${URL}?sslmode=disable`;
  expect(resolveDatabase({ environment, url })).toMatchObject({ ssl: { mode: 'disable' } });
});

test('PGPASS is another name of PGPASSWORD, which goes before it', () => {
  const environment = { PGHOST: 'h', PGDATABASE: 'd', PGPASS: 'alias' };
  expect(resolveDatabase({ environment })).toMatchObject({ password: 'alias' });
  expect(resolveDatabase({ environment: { ...environment, PGPASSWORD: 'name' } })).toMatchObject({ password: 'name' });
});

test('PGHOSTADDR, a socket directory, and PGDATABASE alone', () => {
  expect(resolveDatabase({ environment: { PGHOSTADDR: '10.0.0.1', PGDATABASE: 'd' } })).toMatchObject({ host: '10.0.0.1' });
  expect(resolveDatabase({ environment: { PGHOST: '/tmp', PGDATABASE: 'd' } })).toMatchObject({ host: '/tmp', ssl: { mode: 'allow' } });
  expect(resolveDatabase({ environment: { PGDATABASE: 'd' } })).toMatchObject({ host: 'localhost', database: 'd' });
});

test.each([
  [{ PGHOST: 'h' }, 'GW103', 'PGHOST names a server but no database'],
  [{ PGHOST: 'a,b', PGDATABASE: 'd' }, 'GW104', 'PGHOST names several hosts'],
  [{ PGDATABASE: 'd', PGPORT: 'x' }, 'GW105', 'PGPORT: the port is not a number from 1 to 65535'],
  [{ PGDATABASE: 'd', PGSSLMODE: 'x' }, 'GW105', expect.stringContaining('PGSSLMODE is none of disable')],
  [{ PGDATABASE: 'd', PGCONNECT_TIMEOUT: 'x' }, 'GW105', expect.stringContaining('PGCONNECT_TIMEOUT is not a whole number')],
  [{ PGDATABASE: 'd', PGSERVICE: 'x' }, 'GW105', expect.stringContaining('PGSERVICE')],
  [{ DATABASE_URL: 'x' }, 'GW101', 'DATABASE_URL is not a URL: it does not begin with postgres://'],
])('%j is refused', (environment, code, message) => {
  expect(() => resolveDatabase({ environment })).toThrow(expect.objectContaining({ code, message }));
});
