/**
 * Builds the package in the current folder into `dist/`. A library is compiled file by file, with declarations; a command
 * (a package with a `bin`) becomes one file, since to load its two hundred modules takes longer than all that it then does.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bundleCommand } from './bundle-command.ts';
import { compileLibrary } from './compile-library.ts';
import { readManifest } from './manifest.ts';

const folder = process.cwd();
const manifest = readManifest(folder);

rmSync(join(folder, 'dist'), { recursive: true, force: true });
try {
  if (Object.keys(manifest.bin).length > 0) await bundleCommand(folder, manifest);
  else if (!compileLibrary(folder)) process.exitCode = 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${manifest.name}: ${process.stderr.isTTY ? message : stripVTControlCharacters(message)}\n`);
  process.exitCode = 1;
}
