import { constants, cpSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Copies a data directory. The target appears whole or not at all: it is written beside its place and renamed. Blocks (about 50 ms
 * for an empty database), shares blocks where the file system can.
 */
export async function copyDirectory(source: string, target: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await rm(temporary, { recursive: true, force: true });
    cpSync(source, temporary, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}
