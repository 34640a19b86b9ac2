import { existsSync, type FSWatcher, readdirSync, watch as watchDirectory } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotWatch } from './errors.ts';

/** What a change in the migrations folder is about. */
export type ChangeKind =
  /** The text, its way back, or a fixture. */
  | 'text'
  /** The committed revisions. */
  | 'history';

/** Of the migrations folder itself, these are of interest. */
const TEXTS = new Set(['current.sql', 'revert.sql', 'current', 'fixtures']);
const HISTORY = new Set(['committed']);

/**
 * Tells of changes below a migrations folder, by the system's own events. Folders are watched, not files: an editor that writes a new file and
 * renames it, and Git, which removes one and writes another, are seen like any other.
 */
export class FolderWatcher {
  readonly #folder: string;
  readonly #onChange: (kind: ChangeKind) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(folder: string, onChange: (kind: ChangeKind) => void) {
    this.#folder = resolve(folder);
    this.#onChange = onChange;
    this.#follow();
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Watches every folder that is there now, and no other. */
  #follow(): void {
    const wanted = new Set([
      this.#folder,
      join(this.#folder, 'current'),
      join(this.#folder, 'committed'),
      ...foldersBelow(join(this.#folder, 'fixtures')),
    ]);
    for (const [path, watcher] of this.#watchers) {
      if (wanted.has(path) && existsSync(path)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
    for (const path of wanted) if (!this.#watchers.has(path) && existsSync(path)) this.#watch(path);
  }

  #watch(path: string): void {
    let watcher: FSWatcher;
    try {
      watcher = watchDirectory(path, { persistent: true });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw new CannotWatch(path, error);
    }
    watcher.on('change', (event, name) => this.#see(path, event, name === null ? null : String(name)));
    // A folder that goes away ends its watcher; the one above it tells.
    watcher.on('error', () => this.#see(path, 'rename', null));
    this.#watchers.set(path, watcher);
  }

  #see(path: string, event: string, name: string | null): void {
    // Folders come and go: a branch switch, the folder current/ in place of the file.
    if (event === 'rename') this.#refresh(path, name);
    const kind = this.#kindOf(path, name);
    if (kind !== null) this.#onChange(kind);
  }

  /** The folder that was replaced by another of its name has to be watched anew. */
  #refresh(path: string, name: string | null): void {
    const replaced = name === null ? path : join(path, name);
    this.#watchers.get(replaced)?.close();
    this.#watchers.delete(replaced);
    this.#follow();
  }

  #kindOf(path: string, name: string | null): ChangeKind | null {
    if (path !== this.#folder) return path === join(this.#folder, 'committed') ? 'history' : 'text';
    if (name === null) return 'history';
    if (HISTORY.has(name)) return 'history';
    return TEXTS.has(name) ? 'text' : null;
  }
}

function foldersBelow(folder: string): readonly string[] {
  try {
    const folders = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isDirectory());
    return [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))];
  } catch {
    return [];
  }
}
