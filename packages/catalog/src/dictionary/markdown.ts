/** Text for a cell of a table or a line of prose: comments may hold what Markdown takes for its own. */
export function prose(text: string | null): string {
  return (text ?? '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\|<>*`[\]]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** Code in a line or a cell, on one line, whatever ticks it has. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Where GitHub puts the reader who follows a link to a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** `: why` where there is something to say. */
export function aside(comment: string | null): string {
  return comment === null || comment.trim() === '' ? '' : `: ${prose(comment)}`;
}

/** A bold word with a list under it; nothing for an empty list. */
export function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`**${title}:**`, '', ...lines.map((line) => `- ${line}`), ''];
}
