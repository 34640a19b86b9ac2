import { userInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from './database-url.ts';
import { isLoopback } from './loopback.ts';
import type { DatabaseSettings } from './settings.ts';

const parse = (url: string): DatabaseSettings => parseDatabaseUrl(url, 'DATABASE_URL');

describe('a URL', () => {
  test('with everything', () => {
    const url =
      'postgresql://app:p%40ss%2Fword%23%25@db.internal:6543/shop%20one?sslmode=verify-full&sslrootcert=/etc/ca.crt&sslcert=c.crt&sslkey=c.key' +
      '&connect_timeout=3&application_name=deploy&options=-c%20search_path%3Dapp&passfile=/run/pgpass';
    expect(parse(url)).toEqual({
      host: 'db.internal',
      port: 6543,
      user: 'app',
      password: 'p@ss/word#%',
      passwordFile: '/run/pgpass',
      database: 'shop one',
      ssl: { mode: 'verify-full', rootCert: '/etc/ca.crt', cert: 'c.crt', key: 'c.key', channelBinding: false },
      connectTimeoutMs: 3000,
      applicationName: 'deploy',
      options: '-c search_path=app',
      origin: 'DATABASE_URL',
    });
  });

  test('with as little as possible', () => {
    expect(parse('postgres:///shop')).toEqual({
      host: 'localhost',
      port: 5432,
      user: userInfo().username,
      password: undefined,
      passwordFile: undefined,
      database: 'shop',
      ssl: { mode: 'allow', rootCert: undefined, cert: undefined, key: undefined, channelBinding: false },
      connectTimeoutMs: 10_000,
      applicationName: 'godwit',
      options: undefined,
      origin: 'DATABASE_URL',
    });
  });

  test.each([
    ['postgres://u@[::1]:6000/d', '::1', 6000],
    ['postgres://u@[fe80::1%25eth0]/d', 'fe80::1%eth0', 5432],
    ['postgres://u@/d?host=/var/run/postgresql&port=5433', '/var/run/postgresql', 5433],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/d', '/var/run/postgresql', 5432],
    ['postgres://u@my_host-1/d', 'my_host-1', 5432],
    ['postgres://:6000/d', 'localhost', 6000],
    ['postgres://h:/d', 'h', 5432],
    ['  postgres://h/d\n', 'h', 5432],
    ['POSTGRES://h/d', 'h', 5432],
    ['postgres:///d?hostaddr=10.0.0.1', '10.0.0.1', 5432],
    ['postgres://h/d?hostaddr=10.0.0.1', 'h', 5432],
  ])('%s', (url, host, port) => {
    expect(parse(url)).toMatchObject({ host, port, database: 'd' });
  });

  test('a colon in the password, and the user, password and database among the parameters', () => {
    expect(parse('postgres://u:a:b@h/d')).toMatchObject({ user: 'u', password: 'a:b' });
    expect(parse('postgres://h?dbname=d&user=u&password=p%26q')).toMatchObject({ user: 'u', password: 'p&q', database: 'd' });
  });
});

describe('the forms of SQLAlchemy and asyncpg', () => {
  test.each(['postgresql+asyncpg', 'postgresql+psycopg2', 'postgresql+psycopg', 'postgres+asyncpg', 'POSTGRESQL+ASYNCPG'])(
    '%s',
    (scheme) => {
      expect(parse(`${scheme}://u:p@h/d`)).toMatchObject({ host: 'h', user: 'u', password: 'p', database: 'd' });
    },
  );

  test.each([
    ['ssl=require', 'require'],
    ['ssl=true', 'require'],
    ['ssl=1', 'require'],
    ['ssl=verify-full', 'verify-full'],
    ['ssl=verify_ca', 'verify-ca'],
    ['ssl=prefer', 'prefer'],
    ['ssl=false', 'disable'],
    ['ssl=disable', 'disable'],
    ['sslmode=no-verify', 'require'],
    ['sslmode=REQUIRE', 'require'],
    ['', 'prefer'],
    ['sslrootcert=system', 'verify-full'],
  ])('%s is sslmode %s', (parameter, mode) => {
    expect(parse(`postgresql+asyncpg://u@db.internal/d?${parameter}`).ssl.mode).toBe(mode);
  });

  test('parameters of other tools are passed over', () => {
    const url =
      'postgres://u@h/d?schema=public&pgbouncer=true&connection_limit=5&prepared_statement_cache_size=0&command_timeout=60&target_session_attrs=any';
    expect(parse(url)).toMatchObject({ host: 'h', database: 'd' });
  });
});

describe('a wrong URL', () => {
  test.each([
    ['localhost:5432/shop', 'GW101', 'DATABASE_URL is not a URL: it does not begin with postgres://'],
    ['host=localhost dbname=shop', 'GW101', 'DATABASE_URL is not a URL: it does not begin with postgres://'],
    ['', 'GW101', 'DATABASE_URL is not a URL: it does not begin with postgres://'],
    ['mysql://u:secret@h/d', 'GW101', 'DATABASE_URL begins with mysql://, which is not PostgreSQL'],
    ['postgresql+nope://u:secret@h/d', 'GW101', 'DATABASE_URL begins with postgresql+nope://, which is not PostgreSQL'],
    ['postgres://u:sec@ret@h/d', 'GW102', 'DATABASE_URL has an unencoded @ before its host, probably in the password'],
    ['postgres://u:sec#ret@h/d', 'GW102', 'DATABASE_URL has an unencoded # before its host, probably in the password'],
    ['postgres://u:sec/ret@h/d', 'GW102', 'DATABASE_URL has an unencoded / before its host, probably in the password'],
    ['postgres://u:123/ret@h/d', 'GW102', 'DATABASE_URL has an unencoded / before its host, probably in the password'],
    ['postgres://u:sec?ret@h/d', 'GW102', 'DATABASE_URL has an unencoded ? before its host, probably in the password'],
    ['postgres://u:sec@secret/ret@h/d', 'GW102', 'DATABASE_URL has an unencoded @ before its host, probably in the password'],
    ['postgres://u:secret@h', 'GW103', 'DATABASE_URL names a server but no database'],
    ['postgres://u:secret@h/', 'GW103', 'DATABASE_URL names a server but no database'],
    ['postgres://u:secret@a,b/d', 'GW104', 'DATABASE_URL names several hosts'],
    ['postgres://u:secret@/d?host=a,b', 'GW104', 'DATABASE_URL names several hosts'],
    ['postgres://u:secret/d', 'GW105', 'DATABASE_URL: the port is not a number from 1 to 65535'],
    ['postgres://u:secret@h:0/d', 'GW105', 'DATABASE_URL: the port is not a number from 1 to 65535'],
    ['postgres://u:secret@h:70000/d', 'GW105', 'DATABASE_URL: the port is not a number from 1 to 65535'],
    ['postgres://u:secret@::1/d', 'GW105', 'DATABASE_URL: the port is not a number from 1 to 65535'],
    ['postgres://u:secret@[::1/d', 'GW105', 'DATABASE_URL: the host cannot be read'],
    ['postgres://u:sec%ret@h/d', 'GW105', 'DATABASE_URL: the password has a % that begins no encoded character'],
    [
      'postgres://u:secret@h/d?sslmode=full',
      'GW105',
      'DATABASE_URL: sslmode is none of disable, allow, prefer, require, verify-ca, verify-full',
    ],
    ['postgres://u:secret@h/d?sslmod=require', 'GW105', 'DATABASE_URL: the parameter sslmod is not known'],
    ['postgres://u:secret@h/d?sslcrl=x', 'GW105', 'DATABASE_URL: the parameter sslcrl is not known'],
    ['postgres://u:secret@h/d?channel_binding=x', 'GW105', 'DATABASE_URL: channel_binding is none of disable, prefer, require'],
    ['postgres://u:secret@h/d?connect_timeout=soon', 'GW105', 'DATABASE_URL: connect_timeout is not a whole number of seconds'],
    [
      'postgres://u:secret@h/d?sslrootcert=system&sslmode=require',
      'GW105',
      'DATABASE_URL: sslrootcert=system does not go with sslmode=require',
    ],
    ['postgres://u:secret@h/d#x', 'GW105', 'DATABASE_URL: the text after the host has a # in it'],
  ])('%s', (url, code, message) => {
    try {
      expect.fail(`It was taken: ${parse(url).database}`);
    } catch (error) {
      expect(error).toMatchObject({ code, message, help: expect.stringMatching(/./) });
      const said = error instanceof Error ? JSON.stringify({ ...error, message: error.message }) : '';
      expect(said).not.toMatch(/secret|sec.ret|"ret|123/);
    }
  });

  test('says which of the two it means', () => {
    expect(() => parseDatabaseUrl('nope', 'flag')).toThrow('--database is not a URL');
    expect(() => parse('postgres://u@h/d?sslmod=require')).toThrow(expect.objectContaining({ help: 'Did you mean sslmode?' }));
  });
});

test('connect_timeout in milliseconds, nothing and less for ever', () => {
  expect(parse('postgres:///d?connect_timeout=0').connectTimeoutMs).toBe(0);
  expect(parse('postgres:///d?connect_timeout=-1').connectTimeoutMs).toBe(0);
  expect(parse('postgres:///d?connect_timeout=7').connectTimeoutMs).toBe(7000);
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['db.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['/var/run/postgresql', true],
  ['128.0.0.1', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
  ['db.internal', false],
  ['::2', false],
])('loopback: %s %s', (host, expected) => {
  expect(isLoopback({ host })).toBe(expected);
});
