/** What differs from run to run, and what a golden holds in its place. */
export interface Unstable {
  readonly folder: string;
  /** Null without a database. */
  readonly database: { readonly database: string; readonly host: string; readonly port: number } | null;
  /** Where the header's counts end. */
  readonly width: number;
}

/** Replaces the names of this run's folder and database, times, ids and their like. */
export function stableText(text: string, { folder, database, width }: Unstable): string {
  const named = database === null ? text : withStableDatabase(text, database);
  return (
    named
      .replaceAll(folder, '/project')
      // Where a temporary folder has a long name, a line breaks before it.
      .replaceAll(/\n(?:2>)? {4,}(?='\/project\/)/g, ' ')
      .replaceAll(/ *\b\d+(\.\d+)? (ms|s)\b/g, (found) => (found.startsWith('  ') ? '  T' : found.replace(/\d.*/, 'T')))
      .replaceAll(/T {2,}/g, 'T  ')
      .replaceAll(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?Z?/g, 'TIME')
      .replaceAll(/"(ms|durationMs|waitedMs)":\d+(\.\d+)?/g, '"$1":0')
      // Of JUnit's XML.
      .replaceAll(/\btime="\d+\.\d+"/g, 'time="0.000"')
      // IPv4: the client's address, as the server sees it, is the bridge's where the server is in a container.
      .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, 'server')
      .replaceAll(/\bpid \d+/g, 'pid N')
      // A slow machine needs a while.
      .replaceAll(/\b(applied|done|paused|cancelled) (T|\d+ min) ago\b/g, '$1 just now')
      // As Git says when something was committed.
      .replaceAll(/, \d+ [a-z]+ ago\b/g, ', T ago')
      .replaceAll(/\(\d+ attempts?\)/g, '(N attempts)')
      .replaceAll(/[\w.-]+@[\w.-]+ as /g, 'somebody@here as ')
      .split('\n')
      .map((line) => (/^ {2}\S TIME /.test(line) ? line.replaceAll(/(?<=\S) {2,}/g, '  ') : stableHeader(line, width)).trimEnd())
      .join('\n')
  );
}

function withStableDatabase(text: string, { database, host, port }: NonNullable<Unstable['database']>): string {
  return withoutCutName(text, `${database} @ ${host}:${port}`)
    .replaceAll(database, 'app')
    .replaceAll(`${host}:${port}`, 'server')
    .replaceAll(`-h ${host} -p ${port}`, '-h server -p 5432')
    .replaceAll(new RegExp(`\\b${host}\\b`, 'g'), 'server');
}

/** A narrow terminal has room for a part of the name, however long it is here. */
function withoutCutName(text: string, display: string): string {
  const cut = Array.from(display, (_, index) => `${display.slice(0, display.length - index)}…`);
  return cut.reduce((before, name) => before.replaceAll(name, 'app @ server'), text);
}

/** `Subject  app @ server      counts` was aligned with another name in it. */
function stableHeader(line: string, width: number): string {
  const parts = /^([A-Z]\w+(?: [\w-]+)? {2}(?:app|throwaway) @ server(?: \(production\))?) {2,}(\S.*)$/.exec(line);
  if (!parts) return line;
  const [, left = '', right = ''] = parts;
  return left + right.padStart(Math.max(right.length + 2, Math.min(width, 80) - left.length));
}
