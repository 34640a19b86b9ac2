import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LintFinding, type LintSource, lint, RULE_GROUPS, RULES, type Rule, type RuleGroup, SQUAWK_RULES } from '@godwit/lint';
import { formatName, type LockClaim } from '@godwit/migrator';

const TITLES: Readonly<Record<RuleGroup, string>> = {
  locks: 'Locks that others wait for',
  rewrites: 'Changes that write the whole table anew',
  compatibility: 'Changes that an application which is running does not survive',
  rows: 'Rows',
  design: 'Design',
  execution: 'What upgrade would refuse',
  ignores: 'Ignores',
};

const WORK: Readonly<Record<LockClaim['work'], string>> = {
  catalog: 'for a moment',
  rows: 'until the revision ends',
  scan: 'while every row is read',
  'index build': 'while the index is built',
  rewrite: 'while every row is written anew',
};

/** `docs/lint.md`: the introduction as it is written by hand, and each rule with what it says of its example. */
export async function lintPage(repository: string, notice: string): Promise<string> {
  const introduction = readFileSync(join(import.meta.dirname, 'lint-introduction.md'), 'utf8').trim();
  const fixture = readFileSync(join(repository, 'packages/lint/src/testing/fixture.sql'), 'utf8');
  const sections = await Promise.all(
    RULE_GROUPS.map(async (group) => {
      const rules = RULES.filter((rule) => rule.group === group);
      const entries = await Promise.all(rules.map((rule) => ruleEntry(rule, fixture)));
      return [`## ${TITLES[group]}`, '', ...entries.flatMap((entry) => [entry, ''])].join('\n');
    }),
  );
  return [notice, '', introduction, '', '## All rules', '', ...ruleTable(), '', ...sections, ...squawkSection(), ''].join('\n');
}

function ruleTable(): string[] {
  return [
    '| rule | severity | finds |',
    '| --- | --- | --- |',
    ...RULES.map(({ name, severity, summary }) => `| [${name}](#${name}) | ${severity} | ${summary} |`),
  ];
}

async function ruleEntry(rule: Rule, fixture: string): Promise<string> {
  const { sql, history = '', context = {} } = rule.example;
  const source = (path: string, text: string): LintSource => ({
    path,
    text,
    transactional: !text.startsWith('--! no-transaction'),
    role: 'forward',
  });
  const before = [source('fixture.sql', fixture), source('history.sql', history)].map((one) => ({ ...one, factsOnly: true }));
  const findings = await lint([...before, source('current.sql', sql)], { ...context, settings: { squawk: rule.about === 'ignores' } });
  const found = findings.find((finding) => finding.rule === rule.name);
  if (found === undefined) throw new Error(`the example of ${rule.name} is no finding of it`);
  return [
    `### ${rule.name}`,
    '',
    `**${rule.severity}**: ${rule.summary}.${'reverts' in rule && !rule.reverts ? ' Not in ways back.' : ''}`,
    '',
    rule.why,
    '',
    ...block(sql),
    `> ${found.message}: ${found.because}.`,
    '',
    ...lockLines(found),
    ...found.safe.flatMap(({ label, sql: safe }, index) => [`${index === 0 ? 'Instead, ' : 'And '}${label}:`, '', ...block(safe)]),
  ]
    .join('\n')
    .trimEnd();
}

function lockLines({ locks }: LintFinding): string[] {
  const felt = locks.filter(({ blocks }) => blocks !== 'nothing');
  if (felt.length === 0) return [];
  return [
    ...felt.map(
      (lock) =>
        `- ${lock.mode} on \`${formatName(lock.object)}\`, which blocks ${lock.blocks} ${WORK[lock.work]} ([PostgreSQL](${lock.source}))`,
    ),
    '',
  ];
}

function block(sql: string): string[] {
  return ['```sql', sql, '```', ''];
}

function squawkSection(): string[] {
  const rows = (on: boolean) =>
    SQUAWK_RULES.filter(({ severity }) => (severity !== 'off') === on).map(
      ({ name, severity, reason }) => `| \`${name}\` | ${severity} | ${reason} |`,
    );
  return [
    '## Rules of squawk',
    '',
    "These come from [squawk](https://squawkhq.com/docs/rules), which is run over the same SQL. Where one of ours covers the same ground squawk's is off,",
    'so that one problem is one finding; any of them can be switched on by its name.',
    '',
    '| rule | severity | because |',
    '| --- | --- | --- |',
    ...rows(true),
    ...rows(false),
  ];
}
