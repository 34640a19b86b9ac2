import pg from 'pg';
import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './database-url.ts';
import { describeDatabase, describeServer } from './describe-database.ts';
import { toDatabaseUrl } from './to-database-url.ts';

test.each([
  'postgres://app@localhost/shop',
  'postgres://a%40b:p%3A%2F%3F%23%5B%5D%40%25%20%C3%BC@db.internal:6543/sh%2Fop',
  'postgres://app@[::1]:6000/shop',
  'postgres://app@[fe80::1%25eth0]/shop',
  'postgres://app@localhost/shop?host=%2Fvar%2Frun%2Fpostgresql',
  'postgres://app@localhost:5433/shop?host=%2Ftmp',
  'postgres://app@h/shop?sslmode=disable',
  'postgres://app@h/shop?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.crt&sslcert=c&sslkey=k&channel_binding=require&connect_timeout=0&application_name=a%20b&options=-c%20x%3D1&passfile=p',
  'postgres://app@h/shop?sslrootcert=system',
])('%s comes back as it was', (url) => {
  const settings = parseDatabaseUrl(url, 'flag');
  expect(toDatabaseUrl(settings, { password: true })).toBe(url);
  expect(parseDatabaseUrl(toDatabaseUrl(settings, { password: true }), 'flag')).toEqual(settings);
});

test('a socket and its port are what pg takes from the URL too', () => {
  const settings = parseDatabaseUrl('postgres://app@/shop?host=/tmp&port=5433', 'flag');
  const { host, port, user, database } = new pg.Client(toDatabaseUrl(settings));
  expect({ host, port, user, database }).toEqual({ host: '/tmp', port: 5433, user: 'app', database: 'shop' });
});

test('the embedded server is given longer to log in, of which its URL says nothing', () => {
  const settings = parseDatabaseUrl('postgres://app@127.0.0.1:24000/shop', 'embedded');
  expect(settings.connectTimeoutMs).toBe(60_000);
  expect(toDatabaseUrl(settings)).toBe('postgres://app@127.0.0.1:24000/shop');
});

test('the password is left out unless it is asked for', () => {
  const settings = parseDatabaseUrl('postgres://app:s3cret@h/shop', 'flag');
  expect(toDatabaseUrl(settings)).toBe('postgres://app@h/shop');
  expect(toDatabaseUrl(settings, { password: true })).toBe('postgres://app:s3cret@h/shop');
});

test.each([
  ['postgres://app:s3cret@db.internal/shop', 'shop @ db.internal'],
  ['postgres://app:s3cret@db.internal:6543/shop', 'shop @ db.internal:6543'],
  ['postgres://app:s3cret@[::1]/shop', 'shop @ ::1'],
  ['postgres://app:s3cret@[::1]:6543/shop', 'shop @ [::1]:6543'],
  ['postgres:///shop?host=/var/run/postgresql', 'shop @ /var/run/postgresql'],
])('%s is described as %s', (url, description) => {
  const settings = parseDatabaseUrl(url, 'flag');
  expect(describeDatabase(settings)).toBe(description);
  expect(`shop @ ${describeServer(settings)}`).toBe(description);
});
