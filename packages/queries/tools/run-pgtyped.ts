import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from '@godwit/postgres';
import { GeneratorFailed } from './errors.ts';
import { typesOverrides } from './types-overrides.ts';

const CLI = fileURLToPath(import.meta.resolve('@pgtyped/cli/lib/index.js'));

/** Variables that pgtyped prefers to its own configuration. */
const OVERRIDING = /^(PG[A-Z]+|DATABASE_URL|URI|FILE|WATCH|CONFIG)$/i;

/**
 * The generated files by path relative to the package: `src/shelf/similar-books.queries.ts`.
 *
 * @param scratch an empty folder, for pgtyped's configuration and output
 * @throws GeneratorFailed
 */
export async function runPgtyped(options: {
  readonly packageFolder: string;
  readonly scratch: string;
  readonly settings: DatabaseSettings;
}): Promise<ReadonlyMap<string, string>> {
  const { packageFolder, scratch, settings } = options;
  const config = join(scratch, 'pgtyped.json');
  const output = join(scratch, 'src');
  await writeFile(
    config,
    JSON.stringify({
      srcDir: 'src',
      transforms: [{ mode: 'sql', include: '*.sql', emitTemplate: `${output.replaceAll('\\', '/')}/{{dir_base}}/{{name}}.queries.ts` }],
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
  const { code, text } = await runCli(packageFolder, config);
  if (code !== 0 || /^Error processing/m.test(text)) throw new GeneratorFailed({ output: text });
  const files = await readdir(output, { recursive: true });
  const generated = files.filter((file) => file.endsWith('.ts')).sort();
  return new Map(
    await Promise.all(
      generated.map(async (file) => [`src/${file.replaceAll('\\', '/')}`, await readFile(join(output, file), 'utf8')] as const),
    ),
  );
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
