import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** An include that leads out of `fixtures/`: `..`, an absolute path, or a symbolic link. */
export class IncludeOutside extends GodwitError {
  readonly include: string;

  constructor(options: { readonly include: string; readonly folder: string; readonly resolved: string | null; readonly frame: CodeFrame }) {
    super({
      code: 'GW050',
      message: `The include ${options.include} is outside ${options.folder}`,
      details: options.resolved === null ? [] : [`it leads to ${options.resolved}`],
      help: `Move the file into ${options.folder} and name it relative to that folder`,
      frame: options.frame,
    });
    this.include = options.include;
  }
}

/** A file that includes itself, through others or directly. */
export class IncludeCircle extends GodwitError {
  /** From the file that was compiled to the include that closes the circle. */
  readonly chain: readonly string[];

  constructor(chain: readonly string[], frame: CodeFrame) {
    super({
      code: 'GW051',
      message: `Includes go in a circle: ${chain.join(' → ')}`,
      help: 'Take one of these includes out',
      frame,
    });
    this.chain = chain;
  }
}

/** An include of a file that is not there. */
export class MissingInclude extends GodwitError {
  readonly include: string;
  readonly suggestions: readonly string[];

  constructor(options: {
    readonly include: string;
    readonly path: string;
    readonly suggestions: readonly string[];
    readonly frame: CodeFrame;
  }) {
    super({
      code: 'GW052',
      message: `There is no ${options.path} to include`,
      help: options.suggestions.length === 0 ? `create ${options.path}` : `did you mean ${options.suggestions.join(', ')}?`,
      frame: options.frame,
    });
    this.include = options.include;
    this.suggestions = options.suggestions;
  }
}

/** A line that is nearly an include: as SQL it is a comment, and the file would be left out without a word. */
export class MalformedInclude extends GodwitError {
  readonly line: string;

  constructor(line: string, frame: CodeFrame) {
    super({
      code: 'GW053',
      message: 'This include would be passed over as a comment',
      help: 'An include stands alone at the start of a line: --!include functions/touch.sql',
      frame,
    });
    this.line = line;
  }
}
