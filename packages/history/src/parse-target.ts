import type { Target } from './target.ts';

/**
 * Reads a target as a person writes it. Any text is one; whether it means something is for `resolveTarget` to say.
 * `heads` is `head` for those who come from Alembic, a path or a file name is taken for the revision's name.
 */
export function parseTarget(text: string): Target {
  const written = text.trim();
  if (written === 'head' || written === 'heads') return { kind: 'head' };
  if (written === 'base') return { kind: 'base' };
  if (/^[+-][0-9]+$/.test(written)) return { kind: 'relative', by: Number(written) };
  const name = written.replace(/^.*[/\\]/, '').replace(/\.sql$/, '');
  if (/^[0-9]+$/.test(name)) return { kind: 'number', number: Number(name) };
  return { kind: 'name', text: name };
}

/** From one place in the history to another. */
export interface TargetRange {
  readonly from: Target;
  readonly to: Target;
}

/**
 * Reads `base:head`, `3:add-ratings`, `sha1:…:head`. A side left out is the end of the history on that side, as in Alembic.
 * Null when the text is no range but a single target.
 */
export function parseRange(text: string): TargetRange | null {
  const match = /^(sha1:[^:]*|(?!sha1:)[^:]*):((?:sha1:)?[^:]*)$/.exec(text.trim());
  if (match === null) return null;
  return { from: parseTarget(match[1] || 'base'), to: parseTarget(match[2] || 'head') };
}
