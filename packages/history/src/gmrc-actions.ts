import type { GmrcAction } from './gmrc.ts';
import { describe, type GmrcEntry, invalid } from './gmrc-value.ts';

/** Hooks that may run as the root role: before the database exists, and right after it was made. */
const ROOT_HOOKS = new Set(['beforeReset', 'afterReset']);

/**
 * A hook's actions: a file name, `!file` for one that runs as root, `{ _: "sql" | "command", … }`, or a list of these.
 *
 * @throws InvalidGmrcValue where graphile-migrate would refuse
 */
export function actionsValue(entry: GmrcEntry): readonly GmrcAction[] {
  if (!entry.value) return [];
  const written: readonly unknown[] = Array.isArray(entry.value) ? entry.value : [entry.value];
  return written.map((spec) => {
    const action = typeof spec === 'string' && spec !== '' ? fileAction(spec) : objectAction(entry, spec);
    if (action.kind === 'sql' && action.root && !ROOT_HOOKS.has(entry.key)) {
      throw invalid(entry, 'has an action that runs as root', `Only ${[...ROOT_HOOKS].join(' and ')} may: take the "!" or "root" away`);
    }
    return action;
  });
}

function fileAction(spec: string): GmrcAction {
  const root = spec.startsWith('!');
  return { kind: 'sql', file: root ? spec.slice(1) : spec, root, shadow: null };
}

function objectAction(entry: GmrcEntry, spec: unknown): GmrcAction {
  if (typeof spec !== 'object' || spec === null) {
    throw invalid(entry, `has ${describe(spec)} for an action`, 'An action is a file name or { "_": "command", "command": "…" }');
  }
  const fields = new Map<string, unknown>(Object.entries(spec));
  // `{ command: … }` without `_` is how graphile-migrate 0.0.3 wrote it; 1.4.1 still takes it.
  const kind = fields.has('_') ? fields.get('_') : typeof fields.get('command') === 'string' ? 'command' : undefined;
  const shadow = fields.has('shadow') ? fields.get('shadow') : null;
  if (typeof shadow !== 'boolean' && (shadow !== null || fields.has('shadow')))
    throw invalid(entry, `has ${describe(shadow)} for "shadow"`, '"shadow": true or false');
  const root = Boolean(fields.get('root'));
  const file = fields.get('file');
  const command = fields.get('command');
  if (kind === 'sql' && typeof file === 'string') return { kind, file, root, shadow };
  if (kind === 'command' && typeof command === 'string') return { kind, command, root, shadow };
  throw invalid(
    entry,
    kind === 'sql' || kind === 'command'
      ? `has a ${kind} action without its ${kind === 'sql' ? '"file"' : '"command"'}`
      : 'has an action of an unknown kind',
    '{ "_": "sql", "file": "seed.sql" } or { "_": "command", "command": "pnpm seed" }',
  );
}
