import type { LintFinding } from '@godwit/lint';

/**
 * A finding as a command that GitHub Actions turns into an annotation beside the line.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function githubAnnotation({ severity, rule, message, because, frame, end, blocks, safe }: LintFinding): string {
  const properties = {
    file: frame.file,
    line: frame.line,
    col: frame.column,
    endLine: end.line,
    endColumn: end.column,
    title: `${rule}: ${message}`,
  };
  const named = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const steps = safe.map(({ label, sql }, index) => `${index === 0 ? 'Instead, ' : ''}${label}:\n${sql}`);
  const text = [`${message}: ${because}`, ...(blocks === null ? [] : [`It blocks ${blocks}`]), ...steps].join('\n\n');
  return `::${severity} ${named.join(',')}::${escapeData(text)}`;
}

/** As the runner reads it: a percent sign first, or it would be read twice. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
