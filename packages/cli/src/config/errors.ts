import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** `godwit.config.json` is not JSON. */
export class ConfigSyntaxError extends GodwitError {
  constructor(frame: CodeFrame, cause: unknown) {
    super({
      code: 'GW501',
      message: `${frame.file} is not valid JSON`,
      frame,
      cause,
      help: 'mend the place shown; comments and trailing commas are not allowed in this file',
    });
  }
}

/** A key that Godwit does not know, or a value of the wrong kind. */
export class ConfigInvalidError extends GodwitError {
  constructor(file: string, findings: readonly string[], suggestions: readonly string[]) {
    super({
      code: 'GW502',
      message: `${file} has ${findings.length === 1 ? 'a setting' : `${findings.length} settings`} that cannot be used`,
      details: findings,
      help: suggestions.length > 0 ? `did you mean ${suggestions.join(', ')}?` : 'docs/configuration.md lists the settings',
    });
  }
}

/** The file is there and cannot be read. */
export class ConfigUnreadableError extends GodwitError {
  constructor(file: string, cause: unknown) {
    super({ code: 'GW503', message: `${file} cannot be read`, cause, help: `ls -l ${file}` });
  }
}
