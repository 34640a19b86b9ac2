import { GodwitError } from '@godwit/diagnostics';
import type { Check, CheckOutcome, CheckResult } from '@godwit/verify';
import { expect, test } from 'vitest';
import { junit } from './junit.ts';
import type { Verification } from './verification.ts';

class Refused extends GodwitError {
  constructor() {
    super({ code: 'GW568', message: 'column "a<b" does not exist', details: ['SQLSTATE 42703'], help: 'correct it' });
  }
}

function checkOf(name: string, topic: string): Check {
  return {
    file: { system: 'shelf', topic, path: `migrations/verify/shelf/${topic}.sql`, text: '' },
    name,
    offset: 0,
    line: 3,
    from: null,
    until: null,
    expects: { kind: 'equal rows' },
    needs: [],
    statements: [],
    writes: false,
  };
}

function resultOf(name: string, outcome: CheckOutcome, topic = 'books'): CheckResult {
  return { check: checkOf(name, topic), outcome, ms: 1500 };
}

const EMPTY: Verification = { database: 'app', flag: '', revision: 'base', results: [], otherRevisions: 0, cycles: null, errors: [] };

const started = new Date('2026-01-05T09:00:00Z');

test('a suite a file, a case a check, and what is wrong within', () => {
  const results = [
    resultOf('one & "two"', { state: 'passed' }),
    resultOf('wrong', { state: 'failed', differences: [{ label: 'title', expected: 'a\nb', found: null }] }),
    resultOf('refused', { state: 'error', error: new Refused() }),
    resultOf('left', { state: 'left out', reason: 'writes', because: 'it writes' }, 'users'),
  ];
  const cycles = [
    { subject: 'shelf', summary: '2 revisions up, down and up again', failures: [] },
    { subject: 'the whole history', summary: '2 revisions', failures: [new Refused()] },
  ];
  expect(junit({ ...EMPTY, results, cycles, errors: [new Refused()] }, { started })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="godwit verify" tests="7" failures="2" errors="2" skipped="1" time="6.000">
  <testsuite name="shelf/books" timestamp="2026-01-05T09:00:00" tests="3" failures="1" errors="1" skipped="0" time="4.500">
    <testcase name="one &amp; &quot;two&quot;" classname="shelf.books" time="1.500" file="migrations/verify/shelf/books.sql" line="3"/>
    <testcase name="wrong" classname="shelf.books" time="1.500" file="migrations/verify/shelf/books.sql" line="3">
      <failure message="title: expected a&#10;b, found null" type="failure">title: expected a
b, found null
migrations/verify/shelf/books.sql:3</failure>
    </testcase>
    <testcase name="refused" classname="shelf.books" time="1.500" file="migrations/verify/shelf/books.sql" line="3">
      <error message="column &quot;a&lt;b&quot; does not exist" type="error">column "a&lt;b" does not exist  GW568
SQLSTATE 42703
help: correct it</error>
    </testcase>
  </testsuite>
  <testsuite name="shelf/users" timestamp="2026-01-05T09:00:00" tests="1" failures="0" errors="0" skipped="1" time="1.500">
    <testcase name="left" classname="shelf.users" time="1.500" file="migrations/verify/shelf/users.sql" line="3">
      <skipped message="it writes"/>
    </testcase>
  </testsuite>
  <testsuite name="cycles" timestamp="2026-01-05T09:00:00" tests="2" failures="1" errors="0" skipped="0" time="0.000">
    <testcase name="shelf: 2 revisions up, down and up again" classname="cycles" time="0.000"/>
    <testcase name="the whole history: 2 revisions" classname="cycles" time="0.000">
      <failure message="column &quot;a&lt;b&quot; does not exist" type="failure">column "a&lt;b" does not exist  GW568
SQLSTATE 42703
help: correct it</failure>
    </testcase>
  </testsuite>
  <testsuite name="surroundings" timestamp="2026-01-05T09:00:00" tests="1" failures="0" errors="1" skipped="0" time="0.000">
    <testcase name="column &quot;a&lt;b&quot; does not exist" classname="surroundings" time="0.000">
      <error message="column &quot;a&lt;b&quot; does not exist" type="error">column "a&lt;b" does not exist  GW568
SQLSTATE 42703
help: correct it</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('what XML cannot hold is replaced', () => {
  const found = `${String.fromCharCode(0, 7)}\ud834x𝄞]]>`;
  const results = [resultOf('odd', { state: 'failed', differences: [{ label: '', expected: '', found }] })];
  expect(junit({ ...EMPTY, results }, { started })).toContain('expected &quot;&quot;, found \uFFFD\uFFFD\uFFFDx𝄞]]&gt;');
});
