import { GodwitError } from '@godwit/diagnostics';

/** A file was named that is not there, or is no SQL. */
export class NothingToLint extends GodwitError {
  constructor(file: string, near: readonly string[]) {
    super({
      code: 'GW303',
      message: `There is no SQL to lint in ${file}`,
      help: near.length > 0 ? `did you mean ${near.join(', ')}?` : 'name a file or a folder of SQL, or none for the revision being written',
    });
  }
}

/** `--since` asks Git, which is not there or knows nothing of the folder. */
export class SinceWithoutGit extends GodwitError {
  constructor(options: { readonly ref: string; readonly folder: string; readonly installed: boolean }) {
    const { ref, folder, installed } = options;
    super({
      code: 'GW304',
      message: installed
        ? `${folder} is not under Git, so --since ${ref} means nothing`
        : `--since ${ref} asks Git, which is not installed`,
      help: 'godwit lint --all lints the whole history, godwit lint FILE a file',
    });
  }
}

/** A file with mended SQL cannot be written. */
export class FixNotWritten extends GodwitError {
  constructor(file: string, cause: unknown) {
    super({
      code: 'GW305',
      message: `${file} cannot be written, so what lint has found in it is not mended`,
      cause,
      help: `ls -l ${file}`,
    });
  }
}
