import { type GodwitError, renderCodeFrame } from '@godwit/diagnostics';
import { type CheckResult, describeValue } from '@godwit/verify';
import type { Verification } from './verification.ts';
import type { CycleResult } from './verify-cycles.ts';

/** What became of a test: nothing to say, or an element of its own. */
type Ending =
  | { readonly tag: 'passed' }
  | { readonly tag: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string };

interface TestCase {
  readonly suite: string;
  readonly name: string;
  /** Null for what is in no file. */
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly ms: number;
  readonly ending: Ending;
}

/**
 * The results as the file that CI servers read: https://github.com/testmoapp/junitxml has what they have in common. A suite a file of
 * checks, and one for the cycles.
 */
export function junit(verification: Verification, { started }: { readonly started: Date }): string {
  const cases = [
    ...verification.results.map(checkCase),
    ...(verification.cycles ?? []).map(cycleCase),
    ...verification.errors.map(errorCase),
  ];
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((suite) => cases.filter((one) => one.suite === suite));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'godwit verify', ...counts(cases) })}>`,
    ...suites.flatMap((own) => suiteLines(own, started)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(cases: readonly TestCase[], started: Date): readonly string[] {
  const timestamp = started.toISOString().slice(0, 19);
  return [
    `  <testsuite ${attributes({ name: cases[0]?.suite ?? '', timestamp, ...counts(cases) })}>`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function caseLines({ suite, name, place, ms, ending }: TestCase): readonly string[] {
  const own = attributes({ name, classname: suite.replaceAll('/', '.'), time: seconds(ms), ...place });
  if (ending.tag === 'passed') return [`    <testcase ${own}/>`];
  const { tag, message, text } = ending;
  const body =
    text === '' ? `<${tag} ${attributes({ message })}/>` : `<${tag} ${attributes({ message, type: tag })}>${escapeText(text)}</${tag}>`;
  return [`    <testcase ${own}>`, `      ${body}`, '    </testcase>'];
}

function checkCase({ check, outcome, ms }: CheckResult): TestCase {
  const { file, line, name } = check;
  const shared = { suite: `${file.system}/${file.topic}`, name, place: { file: file.path, line }, ms };
  switch (outcome.state) {
    case 'passed':
      return { ...shared, ending: { tag: 'passed' } };
    case 'left out':
      return { ...shared, ending: { tag: 'skipped', message: outcome.because, text: '' } };
    case 'error':
      return { ...shared, ending: endingOf('error', [outcome.error]) };
    case 'failed': {
      const lines = outcome.differences.map(
        ({ label, expected, found }) =>
          `${label === '' ? '' : `${label}: `}expected ${describeValue(expected)}, found ${describeValue(found)}`,
      );
      return { ...shared, ending: { tag: 'failure', message: lines[0] ?? '', text: [...lines, `${file.path}:${line}`].join('\n') } };
    }
  }
}

function cycleCase({ subject, summary, failures }: CycleResult): TestCase {
  const ending: Ending = failures.length === 0 ? { tag: 'passed' } : endingOf('failure', failures);
  return { suite: 'cycles', name: `${subject}: ${summary}`, place: null, ms: 0, ending };
}

function errorCase(error: GodwitError): TestCase {
  return { suite: 'surroundings', name: error.message, place: null, ms: 0, ending: endingOf('error', [error]) };
}

function endingOf(tag: 'failure' | 'error', errors: readonly GodwitError[]): Ending {
  return { tag, message: errors[0]?.message ?? '', text: errors.map(textOf).join('\n\n') };
}

function textOf({ message, code, details, help, frame }: GodwitError): string {
  return [
    `${message}  ${code}`,
    ...(frame === undefined ? [] : renderCodeFrame(frame)),
    ...details,
    ...(help === undefined ? [] : [`help: ${help}`]),
  ].join('\n');
}

function counts(cases: readonly TestCase[]): Readonly<Record<string, string>> {
  const number = (tag: Ending['tag']) => String(cases.filter(({ ending }) => ending.tag === tag).length);
  return {
    tests: String(cases.length),
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
    time: seconds(cases.reduce((sum, { ms }) => sum + ms, 0)),
  };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeText(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join(' ');
}

/** https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What XML 1.0 cannot hold at all is shown as U+FFFD. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(FORBIDDEN, '\uFFFD');
}
