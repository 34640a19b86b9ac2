import { GodwitError } from '@godwit/diagnostics';

/** The migrations folder is not there, or is not a folder. */
export class MissingMigrationsFolder extends GodwitError {
  readonly folder: string;

  constructor(folder: string, options: { readonly isFile?: boolean; readonly cause?: unknown } = {}) {
    super({
      code: 'GW001',
      message: options.isFile ? `The migrations folder ${folder} is a file, not a folder` : `There is no migrations folder ${folder}`,
      help: 'godwit init\nor name the folder that holds `committed/` as "migrations" in godwit.config.json',
      cause: options.cause,
    });
    this.folder = folder;
  }
}

/** The operating system refuses to list the folder or to read a file in it. */
export class UnreadableFile extends GodwitError {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super({
      code: 'GW002',
      message: `Cannot read ${path}`,
      details: cause instanceof Error ? [cause.message] : [],
      help: `ls -l ${path}\nThe user who runs godwit needs to read it`,
      cause,
    });
    this.path = path;
  }
}
