import { describe, expect, test } from 'vitest';
import { lint } from '../lint.ts';
import type { LintFinding } from '../lint-finding.ts';
import { RULE_GROUPS, type Rule } from '../rule.ts';
import { casesOf } from '../testing/cases-of.ts';
import type { RuleCase } from '../testing/rule-cases.ts';
import { asExpected, FIXTURE, lintCase, sourceOf } from '../testing/run-case.ts';
import { applyEdits } from '../text/edit.ts';
import { RULES } from './index.ts';

/** Our own rules, without a process for squawk; those about ignores also look at ignores of squawk's rules. */
const findingsOf = async (rule: Rule, one: RuleCase) =>
  (await lintCase(one, rule.about === 'ignores' ? {} : { squawk: false })).filter((finding) => finding.rule === rule.name);

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', async (_, rule) => {
  const { fires, silent } = await casesOf(rule.name);

  test('has cases that fire and cases that do not', () => {
    expect(fires.length).toBeGreaterThan(0);
    expect(silent.length).toBeGreaterThan(0);
  });

  test.each(fires)('fires: $name', async (one) => {
    const found = await findingsOf(rule, one);
    expect(found.map((finding) => asExpected(finding, rule.severity))).toEqual(one.finds);
    const edits = found.flatMap(({ fix }) => fix);
    expect(edits.length === 0 ? undefined : applyEdits(one.sql, edits)).toBe(one.fixed);
  });

  test.each(silent)('is silent: $name', async (one) => {
    expect((await findingsOf(rule, one)).map(({ message }) => message)).toEqual([]);
  });

  test('its example fires', async () => {
    expect((await findingsOf(rule, { name: 'example', ...rule.example })).length).toBeGreaterThan(0);
  });

  test('its safe forms are no findings of the rule themselves', async () => {
    for (const one of fires)
      for (const { safe } of await findingsOf(rule, one)) expect(await findingsInSafeForm(rule, one, safe)).toEqual([]);
  });

  test('its texts are sentences', () => {
    expect(rule.summary).not.toMatch(/\.$|^The /);
    expect(rule.why).toMatch(/^[A-Z].*\.$/s);
    expect(RULE_GROUPS).toContain(rule.group);
  });
});

test('messages begin with a capital or a name and have no full stop, reasons begin small', async () => {
  for (const rule of RULES) {
    for (const one of (await casesOf(rule.name)).fires) {
      for (const { message, because } of await findingsOf(rule, one)) {
        expect.soft(message, rule.name).not.toMatch(/\.$/);
        expect.soft(because, rule.name).not.toMatch(/^The |\.$/);
      }
    }
  }
});

test('the names of rules are words with hyphens, and each is given once', () => {
  const names = RULES.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

/** Each step is a revision after the one before it. Where a query or a backfill stood in the way, it does no longer. */
async function findingsInSafeForm(rule: Rule, one: RuleCase, safe: LintFinding['safe']): Promise<string[]> {
  const revisions = safe.filter(({ kind }) => kind === 'revision').map(({ sql }, index) => sourceOf(`step ${index + 1}`, sql));
  const before = [sourceOf('fixture.sql', FIXTURE), sourceOf('history.sql', one.history ?? '')].map((source) => ({
    ...source,
    factsOnly: true,
  }));
  const found = await lint([...before, ...revisions], {
    queries: [],
    backfills: [],
    pgSettings: { maintenance_work_mem: '1GB' },
    settings: { squawk: false },
  });
  return found.filter((finding) => finding.rule === rule.name).map(({ frame, message }) => `${frame.file}: ${message}`);
}
