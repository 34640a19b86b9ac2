import { GodwitError } from '@godwit/diagnostics';

/** No room for the files of the embedded server. */
export class DiskFull extends GodwitError {
  readonly directory: string;

  constructor(directory: string, cause: unknown) {
    super({
      code: 'GW145',
      message: `No space left on the disk for the embedded server in ${directory}`,
      help: 'Make room (an empty database takes 16 MB, the first start 40 MB) and run the command again. Nothing that was there is damaged.',
      cause,
    });
    this.directory = directory;
  }
}
