import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type EnsureServerOptions, ensureServer, type ServerAddress } from '../daemon/ensure-server.ts';
import { stopServer } from '../daemon/stop-server.ts';
import { runTool } from './run-tool.ts';

/** A folder like that of a checkout, with a background server in it that every test ends. */
export interface TestCheckout {
  readonly directory: string;
  ensure(options?: Partial<EnsureServerOptions>): Promise<ServerAddress>;
  /** The same, from a process of its own that ends then. */
  ensureElsewhere(): Promise<ServerAddress>;
}

export function useCheckout(): TestCheckout {
  let folder = '';
  const directory = (): string => join(folder, '.godwit', 'embedded');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'godwit-checkout-'));
  });
  afterEach(async () => {
    await stopServer(directory());
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get directory() {
      return directory();
    },
    ensure: (options = {}) => ensureServer({ directory: directory(), environment: {}, ...options }),
    ensureElsewhere: async () => {
      const entry = new URL('../index.ts', import.meta.url).href;
      const options = JSON.stringify({ directory: directory(), environment: {} });
      const code = `import { ensureServer } from '${entry}'; console.log(JSON.stringify(await ensureServer(${options})))`;
      const { status, output } = await runTool(process.execPath, ['--input-type=module', '-e', code], {});
      if (status !== 0) throw new Error(output);
      return JSON.parse(output);
    },
  };
}

/** Resolves when the process is gone. */
export async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
