/**
 * Tries what npm would get: builds and packs every published package, installs the tarballs in empty folders outside the
 * repository, and uses them there. Needs npm's registry for what they depend on, and no PostgreSQL. Exits 1 when anything fails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContents } from './packed/check-contents.ts';
import { pack } from './packed/pack.ts';
import { publishedPackages } from './packed/published-packages.ts';
import { runWell } from './packed/run.ts';
import { createSandbox } from './packed/sandbox.ts';
import { createSteps } from './packed/steps.ts';
import { tryComplete } from './packed/try-complete.ts';
import { tryLibraries } from './packed/try-libraries.ts';
import { tryWithoutOptional } from './packed/try-without-optional.ts';

const NPM_INSTALL = ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

const steps = createSteps((line) => process.stdout.write(`${line}\n`));
const folder = mkdtempSync(join(tmpdir(), 'godwit-packed-'));
try {
  await tryPacked();
} catch (error) {
  await steps.step('the packed command', () => Promise.reject(error));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = steps.failed() > 0 ? 1 : 0;

async function tryPacked(): Promise<void> {
  const packages = publishedPackages();
  for (const { folder: directory } of packages) runWell(process.execPath, [join(import.meta.dirname, 'build.ts')], { directory });
  const tarballs = packages.map((published) => pack(published, folder));
  for (const tarball of tarballs) {
    await steps.step(`${tarball.manifest.name} holds what it promises`, () => {
      const problems = checkContents(tarball);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    });
  }
  const command = tarballs.find(({ manifest }) => 'godwit' in manifest.bin);
  if (command === undefined) throw new Error('no package has the bin godwit');

  const complete = createSandbox(join(folder, 'complete'), 'ours');
  complete.runWell([...NPM_INSTALL, ...tarballs.map(({ file }) => file)]);
  await tryLibraries(steps, complete, tarballs);
  await tryComplete(steps, complete, command.manifest.version, async (url) => {
    const lean = createSandbox(join(folder, 'lean'), 'of the machine');
    lean.runWell([...NPM_INSTALL, '--omit=optional', command.file]);
    await tryWithoutOptional(steps, lean, { project: complete.folder, url });
  });
}
