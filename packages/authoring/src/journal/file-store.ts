import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file holds, and what its mode is to be. */
export interface FileContent {
  readonly text: string;
  /** Committed files are read-only: 0o444. */
  readonly mode: number;
}

/** The file system as far as a journal uses it: each call is whole, or has not happened. */
export interface FileStore {
  /** Null when there is none. */
  read(path: string): Promise<string | null>;
  /** In place of what is there, with the folders that it needs. */
  write(path: string, content: FileContent): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The disk. A file is written beside its place, and takes it when its bytes are on the disk. */
export const disk: FileStore = {
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },

  async write(path, { text, mode }) {
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      const file = await open(draft, 'w', mode);
      try {
        await file.writeFile(text);
        // What `open` was told is cut by the umask.
        await file.chmod(mode);
        await file.sync();
      } finally {
        await file.close();
      }
      await writable(path);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  },

  async remove(path) {
    await writable(path);
    await rm(path, { force: true });
  },
};

/** Windows neither replaces nor removes a file that is read-only. */
async function writable(path: string): Promise<void> {
  if (process.platform !== 'win32') return;
  await chmod(path, 0o644).catch(() => undefined);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
