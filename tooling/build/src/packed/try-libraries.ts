import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tarball } from './pack.ts';
import type { Sandbox } from './sandbox.ts';
import type { Steps } from './steps.ts';

/** Every library can be imported, by Node and by TypeScript, under the names that it publishes. */
export async function tryLibraries({ step }: Steps, box: Sandbox, tarballs: readonly Tarball[]): Promise<void> {
  for (const { manifest } of tarballs.filter(({ manifest: { bin } }) => Object.keys(bin).length === 0)) {
    await step(`import ${manifest.name}`, () => {
      writeFileSync(
        join(box.folder, 'consumer.mts'),
        `import * as everything from '${manifest.name}';\nconst names: string[] = Object.keys(everything);\nexport { names };\n`,
      );
      box.runWell(['node', '--input-type=module', '-e', `await import('${manifest.name}')`]);
      const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
      box.runWell(['node', tsc, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', '--skipLibCheck', 'consumer.mts']);
    });
  }
}
