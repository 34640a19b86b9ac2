/** The first lines of a file, `--! Name: value` each, and what comes after them. */
export interface ParsedText {
  /** Null for a header without a colon. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** A header that stands twice, and the line of its second place; the first one counts. */
  readonly duplicate: { readonly header: string; readonly line: number } | null;
  /** How many lines the headers take. */
  readonly headerLines: number;
  /** True when the line after the headers is empty, as a committed file must have it. */
  readonly blankLine: boolean;
  /** Trimmed, with one newline at the end. */
  readonly body: string;
  /** The line on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/** A header starts with a capital, which keeps `--! no-transaction` and `--! split: …` in the body. */
const HEADER = /^--! ([A-Z][a-zA-Z0-9_]*)(?::(.*))?$/;

/** Takes a file apart exactly as graphile-migrate's `parseMigrationText` does, but says what is wrong instead of throwing. */
export function parseText(text: string): ParsedText {
  const lines = text.split('\n');
  const headers = new Map<string, string | null>();
  let duplicate: ParsedText['duplicate'] = null;
  let headerLines = 0;
  for (const line of lines) {
    const match = HEADER.exec(line);
    const key = match?.[1];
    if (key === undefined) break;
    headerLines++;
    if (headers.has(key)) duplicate ??= { header: key, line: headerLines };
    else headers.set(key, match?.[2]?.trim() ?? null);
  }
  const rest = lines.slice(headerLines).join('\n');
  const lead = rest.slice(0, rest.length - rest.trimStart().length);
  return {
    headers: Object.fromEntries(headers),
    duplicate,
    headerLines,
    blankLine: lines[headerLines] === '',
    body: `${rest.trim()}\n`,
    bodyLine: headerLines + lead.split('\n').length,
  };
}

/** Writes headers, a blank line and the body, as graphile-migrate's `serializeMigration` does. */
export function serializeText(headers: readonly (readonly [string, string | null])[], body: string): string {
  const lines = headers.map(([key, value]) => (value ? `--! ${key}: ${value}` : `--! ${key}`));
  const trimmed = body.trim();
  return `${lines.join('\n')}\n${trimmed === '' ? '' : `\n${trimmed}\n`}`;
}
