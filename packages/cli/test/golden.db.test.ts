import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { parseGolden, renderGolden } from './golden-file.ts';
import { createProject } from './project.ts';

/** GODWIT_UPDATE_GOLDENS=1 writes what is printed now; read the difference before you commit it. */
const UPDATE = process.env.GODWIT_UPDATE_GOLDENS === '1';

const folder = join(import.meta.dirname, 'golden');

describe('what a person sees', () => {
  for (const file of globSync('*.txt', { cwd: folder }).toSorted()) {
    test(basename(file, '.txt').replaceAll('-', ' '), async () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const golden = parseGolden(text);
      const printed = await withDatabase(async ({ url, settings }) => {
        const project = await createProject({ databaseUrl: url, revisions: golden.revisions });
        try {
          for (const { path, content } of golden.files) await project.write(path, content);
          const outputs: string[] = [];
          for (const { line } of golden.commands) {
            const { both, code } = await project.godwit(splitWords(line.replace(/^godwit /, '')));
            outputs.push(
              stable(`${both}${code === 0 ? '' : `[exit ${code}]\n`}`, [
                settings.database,
                `${settings.host}:${settings.port}`,
                settings.host,
              ]),
            );
          }
          return outputs;
        } finally {
          await project.remove();
        }
      });
      const actual = renderGolden(golden, printed);
      if (UPDATE) writeFileSync(join(folder, file), actual);
      else expect(actual).toBe(text);
    });
  }
});

/** Words as a shell would split them; double quotes keep spaces. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** Replaces what differs from run to run: times, the database's name and address. */
function stable(text: string, [database = '', address = '', host = '']: readonly string[]): string {
  return text
    .replaceAll(database, 'app')
    .replaceAll(address, 'server')
    .replaceAll(host, 'server')
    .replaceAll(/\b\d+(\.\d+)? (ms|s)\b/g, 'T')
    .replaceAll(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?Z?/g, 'TIME')
    .replaceAll(/ +$/gm, '');
}
