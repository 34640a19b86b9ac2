import { expect, test } from 'vitest';
import { fillSql, numberSql } from './fill-sql.ts';

test('puts a literal where psql would', () => {
  expect(fillSql("select :'a', :'b', :'c', :'d'::text", { a: "it's", b: null, c: 3, d: true })).toBe(
    "select 'it''s', null, '3', 'true'::text",
  );
});

test('does not depend on standard_conforming_strings', () => {
  expect(fillSql("select :'path'", { path: 'c:\\x' })).toBe("select E'c:\\\\x'");
});

test('never looks into what it has filled in', () => {
  expect(fillSql("select :'a', :'b'", { a: ":'b'", b: '$&' })).toBe("select ':''b''', '$&'");
});

test('leaves casts alone and refuses a name without a value', () => {
  expect(fillSql('select 1::text', {})).toBe('select 1::text');
  expect(() => fillSql("select :'missing'", {})).toThrow("no value for :'missing'");
});

test('numbers the values for PREPARE, and gives them in that order', () => {
  const { sql, values } = numberSql("insert into t values (:'b', :'a', :'b')");
  expect(sql).toBe('insert into t values ($1, $2, $1)');
  expect(values({ a: null, b: "it's" })).toBe("'it''s', null");
});
