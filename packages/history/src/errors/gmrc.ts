import { type CodeFrame, GodwitError } from '@godwit/diagnostics';
import { HistoryFinding } from './finding.ts';

/** `.gmrc` is not JSON5. */
export class GmrcSyntax extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly cause: unknown; readonly frame?: CodeFrame }) {
    super({
      code: 'GW060',
      message: `${options.path} is not valid JSON5`,
      details: options.cause instanceof Error ? [options.cause.message] : [],
      help: 'Keys and strings as in JavaScript, comments and trailing commas are allowed: https://json5.org',
      cause: options.cause,
      ...(options.frame === undefined ? {} : { frame: options.frame }),
    });
    this.path = options.path;
  }
}

/** A key that graphile-migrate does not know, and at which it would stop. */
export class UnknownGmrcKey extends GodwitError {
  readonly path: string;
  readonly keys: readonly string[];
  /** Keys that were probably meant. */
  readonly suggestions: readonly string[];

  constructor(options: { readonly path: string; readonly keys: readonly string[]; readonly suggestions: readonly string[] }) {
    super({
      code: 'GW061',
      message: `${options.path} has ${options.keys.length === 1 ? 'a key' : 'keys'} that graphile-migrate refuses: ${options.keys.join(', ')}`,
      help: [
        ...(options.suggestions.length === 0 ? [] : [`did you mean ${options.suggestions.join(', ')}?`]),
        'Godwit\'s own settings belong into godwit.config.json; a key that begins with "//" is a comment',
      ].join('\n'),
    });
    this.path = options.path;
    this.keys = options.keys;
    this.suggestions = options.suggestions;
  }
}

/** A key with a value that graphile-migrate would refuse. */
export class InvalidGmrcValue extends GodwitError {
  readonly path: string;
  readonly key: string;

  constructor(options: { readonly path: string; readonly key: string; readonly reason: string; readonly help: string }) {
    super({ code: 'GW062', message: `${options.path}: ${options.key} ${options.reason}`, help: options.help });
    this.path = options.path;
    this.key = options.key;
  }
}

/** A URL with a password in a file that is committed. Neither the message nor a frame repeats it. */
export class PasswordInGmrc extends HistoryFinding {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;

  constructor(path: string, line: number) {
    super({
      code: 'GW063',
      message: `${path} holds a password in a URL on line ${line}`,
      help: 'Take the URL out, set DATABASE_URL (and SHADOW_DATABASE_URL, ROOT_DATABASE_URL) in the environment or in .env, and change the password',
    });
    this.path = path;
    this.line = line;
  }
}

/** A placeholder that takes its value from the environment, where it is not set. */
export class MissingPlaceholderVariable extends GodwitError {
  readonly variable: string;

  constructor(variable: string) {
    super({
      code: 'GW064',
      message: `The placeholder :${variable} takes its value from the environment, where ${variable} is not set`,
      help: `export ${variable}=…\nor put it into .env`,
    });
    this.variable = variable;
  }
}

/** A placeholder with a name that graphile-migrate fills in itself. */
export class ReservedPlaceholder extends GodwitError {
  readonly placeholder: string;

  constructor(placeholder: string) {
    super({
      code: 'GW065',
      message: `The placeholder ${placeholder} is reserved: it stands for the database that is migrated`,
      help: `delete ${placeholder} from "placeholders" in .gmrc, or give it another name`,
    });
    this.placeholder = placeholder;
  }
}
