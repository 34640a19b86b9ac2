import { join } from 'node:path';

/** Where in its folder a temporary server has its databases. */
export function dataDirectory(folder: string): string {
  return join(folder, 'embedded');
}
