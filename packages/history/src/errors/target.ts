import { GodwitError } from '@godwit/diagnostics';

/** No revision is meant by what was asked for. */
export class UnknownTarget extends GodwitError {
  readonly target: string;
  /** Valid targets that were probably meant, nearest first. */
  readonly suggestions: readonly string[];

  constructor(options: {
    readonly target: string;
    readonly suggestions: readonly string[];
    readonly known: string;
    readonly hint?: string;
  }) {
    const meant = options.suggestions.length === 0 ? [] : [`did you mean ${options.suggestions.join(', ')}?`];
    super({
      code: 'GW040',
      message: `There is no revision ${JSON.stringify(options.target)}`,
      details: [options.known],
      help: [...meant, ...(options.hint === undefined ? [] : [options.hint]), 'godwit history'].join('\n'),
    });
    this.target = options.target;
    this.suggestions = options.suggestions;
  }
}

/** More than one revision is meant. */
export class AmbiguousTarget extends GodwitError {
  readonly target: string;
  /** A valid target for each of them. */
  readonly candidates: readonly string[];

  constructor(target: string, candidates: readonly { readonly name: string; readonly hash: string }[]) {
    const names = new Set(candidates.map(({ name }) => name));
    const written = names.size === candidates.length ? candidates.map(({ name }) => name) : candidates.map(({ hash }) => hash);
    super({
      code: 'GW041',
      message: `${JSON.stringify(target)} names ${candidates.length} revisions`,
      details: candidates.map(({ name, hash }) => `${name}  ${hash.slice(0, 17)}`),
      help: `write one of: ${written.join(', ')}`,
    });
    this.target = target;
    this.candidates = written;
  }
}

/** A relative target that leads beyond head or base. */
export class TargetOutOfRange extends GodwitError {
  readonly by: number;
  /** How many steps there are in that direction. */
  readonly left: number;

  constructor(options: { readonly by: number; readonly left: number; readonly from: string }) {
    const up = options.by > 0;
    const end = up ? 'head' : 'base';
    const count = ['no revision is', '1 revision is'][options.left] ?? `${options.left} revisions are`;
    super({
      code: 'GW042',
      message: `${up ? '+' : ''}${options.by} leads beyond ${end}: ${count} left ${up ? 'after' : 'to undo at'} ${options.from}`,
      help: options.left === 0 ? 'godwit current' : `all of them: godwit ${up ? 'upgrade head' : 'downgrade base'}`,
    });
    this.by = options.by;
    this.left = options.left;
  }
}

/** Two lines of history stand side by side, so that "the next one" and "the last one" mean nothing yet. */
export class ForkedHistory extends GodwitError {
  /** The names of the branches' last revisions (or, for a relative target, of the next ones). */
  readonly heads: readonly string[];
  /** Where they part; null is base. */
  readonly parting: string | null;

  constructor(options: {
    readonly heads: readonly { readonly name: string; readonly message: string | null }[];
    readonly parting: string | null;
  }) {
    const names = options.heads.map(({ name }) => name);
    super({
      code: 'GW043',
      message: `The history forks after ${options.parting ?? 'base'}: ${names.join(' and ')}`,
      details: options.heads.map(({ name, message }) => (message === null ? name : `${name}  ${message}`)),
      help: 'put yours after theirs: godwit merge\nuntil then name a revision instead of "head"',
    });
    this.heads = names;
    this.parting = options.parting;
  }
}
