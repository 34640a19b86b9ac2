import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from '@godwit/postgres';
import { GeneratorFailed } from './errors.ts';
import { typesOverrides } from './types-overrides.ts';

const CLI = fileURLToPath(import.meta.resolve('@pgtyped/cli/lib/index.js'));

/** Variables that pgtyped prefers to its own configuration. */
const OVERRIDING = /^(PG[A-Z]+|DATABASE_URL|URI|FILE|WATCH|CONFIG)$/i;

/**
 * What pgtyped makes of annotated `.sql` files: `src/shelf/similar-books.queries.ts` of `src/shelf/similar-books.sql`. It takes about a second
 * to start, so that files of one schema are given to it together.
 *
 * @param files by a relative path, which the generated files repeat
 * @throws GeneratorFailed
 */
export async function runPgtyped(settings: DatabaseSettings, files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  if (files.size === 0) return new Map();
  const scratch = await mkdtemp(join(tmpdir(), 'godwit-pgtyped-'));
  try {
    return await runIn(scratch, settings, files);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Of the generated file, which stands beside its source. */
export function generatedPath(path: string): string {
  return path.replace(/\.sql$/, '.queries.ts');
}

async function runIn(
  scratch: string,
  settings: DatabaseSettings,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const config = join(scratch, 'pgtyped.json');
  const [input, output] = [join(scratch, 'sql'), join(scratch, 'generated')];
  for (const [path, text] of files) {
    await mkdir(dirname(join(input, path)), { recursive: true });
    await writeFile(join(input, path), text);
  }
  await writeFile(
    config,
    JSON.stringify({
      srcDir: '.',
      transforms: [{ mode: 'sql', include: '*.sql', emitTemplate: `${output.replaceAll('\\', '/')}/{{dir}}/{{name}}.queries.ts` }],
      failOnError: true,
      maxWorkerThreads: 2,
      db: {
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password,
        dbName: settings.database,
        ssl: settings.ssl.mode === 'require' ? { rejectUnauthorized: false } : undefined,
      },
      typesOverrides,
    }),
  );
  const { code, text } = await runCli(input, config);
  if (code !== 0 || /^Error processing/m.test(text)) throw new GeneratorFailed({ output: text });
  const generated = [...files.keys()].map(generatedPath).sort();
  return new Map(await Promise.all(generated.map(async (path) => [path, await readFile(join(output, path), 'utf8')] as const)));
}

function runCli(cwd: string, config: string): Promise<{ code: number | null; text: string }> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OVERRIDING.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, '--config', config], { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}
