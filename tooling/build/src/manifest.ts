import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build needs of a `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** As the author wrote it, such as `MIT`. */
  readonly license: string;
  readonly private: boolean;
  /** Command to script, both relative to the package; empty for a library. */
  readonly bin: Readonly<Record<string, string>>;
  /** What npm installs beside the package: dependencies and optional ones. Everything else that a command imports is bundled. */
  readonly installed: readonly string[];
  /** Files that the published package promises to an importer, such as `./dist/index.js`. */
  readonly exported: readonly string[];
}

/** @throws when the folder has no readable `package.json` with a name and a version */
export function readManifest(folder: string): Manifest {
  return parseManifest(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The same from the text of a `package.json`, as it is in the repository or in a packed tarball. */
export function parseManifest(text: string): Manifest {
  const json = record(JSON.parse(text));
  const { name, version, license } = json;
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error('a package.json without name or version');
  return {
    name,
    version,
    license: typeof license === 'string' ? license : 'not said',
    private: json.private === true,
    bin: texts(record(json.bin)),
    installed: [json.dependencies, json.optionalDependencies].flatMap((names) => Object.keys(record(names))),
    exported: Object.values(texts(record(record(json.publishConfig).exports ?? json.exports))),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  return Object.fromEntries(pairs);
}
