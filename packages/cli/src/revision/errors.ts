import { GodwitError } from '@godwit/diagnostics';

/** Something may have another name, and nobody can be asked. */
export class RenamesUndecided extends GodwitError {
  constructor(options: { readonly renames: readonly { readonly words: string; readonly flag: string }[]; readonly typed: string }) {
    const { renames, typed } = options;
    super({
      code: 'GW315',
      message: `Only a person knows whether ${renames.length === 1 ? 'this is a new name' : 'these are new names'}, and nothing was written`,
      details: renames.map(({ words }) => words),
      help: [
        'if so:',
        `  ${typed} ${renames.map(({ flag }) => `--rename '${flag}'`).join(' ')}`,
        'if not, and the old is to be dropped with all that is in it:',
        `  ${typed} --no-rename`,
      ].join('\n'),
      exitCode: 3,
    });
  }
}

/** `--rename` names something that is not there, or gives a name that nothing has. */
export class UnknownRename extends GodwitError {
  constructor(flag: string, reason: string, suggestions: readonly string[]) {
    super({
      code: 'GW316',
      message: `--rename ${flag}: ${reason}`,
      help: [
        ...(suggestions.length === 0 ? [] : [`did you mean ${suggestions.join(', ')}?`]),
        'the old name in full, the new one alone: --rename shelf.books.title=name',
      ].join('\n'),
    });
  }
}

/** The command of `--from cmd:` did not build a schema. */
export class FromCommandFailed extends GodwitError {
  constructor(command: string, code: number | null, lines: readonly string[]) {
    super({
      code: 'GW317',
      message: `${command} ${code === null ? 'could not be started' : `ended with exit code ${code}`}`,
      details: lines.slice(-10),
      help: 'it runs in the folder of godwit.config.json, without a shell, with DATABASE_URL of an empty database; nothing was written',
    });
  }
}

/** A pattern that there is none of. */
export class UnknownPattern extends GodwitError {
  constructor(name: string, suggestions: readonly string[], known: readonly string[]) {
    super({
      code: 'GW318',
      message: `There is no pattern ${JSON.stringify(name)}`,
      details: [`patterns: ${known.join(', ')}`],
      help: suggestions.length === 0 ? 'godwit revision --help' : `did you mean ${suggestions.join(', ')}?`,
    });
  }
}

/** A template that the configuration names cannot be read. */
export class TemplateUnreadable extends GodwitError {
  constructor(path: string, cause: unknown) {
    super({
      code: 'GW319',
      message: `The template ${path} cannot be read`,
      cause,
      help: 'correct "templates" in godwit.config.json: paths are relative to that file',
    });
  }
}

/** A command of `afterWrite` failed. What was written stays. */
export class AfterWriteFailed extends GodwitError {
  constructor(command: string, code: number | null, lines: readonly string[]) {
    super({
      code: 'GW320',
      message: `${command} ${code === null ? 'could not be started' : `ended with exit code ${code}`}`,
      details: lines.slice(-10),
      help: 'the files are written; correct "afterWrite" in godwit.config.json, or run the command by hand',
    });
  }
}
