/**
 * Of a file that pgtyped has written for one statement, the types: the engine of backfills runs the statement itself.
 *
 * @param values the module that has the types of values, by a name that the file can import
 */
export function typesOnly(generated: string, values: string): string {
  const [types = ''] = generated.split(/^const \w+IR: any = /m, 1);
  const kept = types.replace(/^import \{ PreparedQuery \} .*\n/m, '').replace(/ from '[./]+\/src\/values\.ts';/, ` from '${values}';`);
  return `${kept.trimEnd()}\n`;
}
