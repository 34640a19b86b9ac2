import { basename, dirname, join } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';

/** Git has left both versions of a file in it, between its marks. */
export class LeftInConflict extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly text: string; readonly line: number }) {
    const { path, text, line } = options;
    super({
      code: 'GW014',
      message: `${path} stands in conflict: two branches have a file of this name, and Git has left both in it`,
      help: [
        'nothing has to be edited, both go on from there one after the other: godwit merge',
        `when the marks were added to Git already, before that: git checkout --merge -- '${allOf(path)}'`,
      ].join('\n'),
      frame: { file: path, text, line, column: 1 },
    });
    this.path = path;
  }
}

/** For Git, which matches it itself: the revision, its way back and its proof, which stand in conflict together. */
function allOf(path: string): string {
  return join(dirname(dirname(path)), '*', `${basename(path, '.sql')}.*`);
}
