import type { Measurement } from './measure/measurement.ts';
import type { NativeServer } from './server/native-server.ts';

/** One bench, in a file of its own below `benches/`. */
export interface Bench {
  /** What is typed: `pnpm bench start`. */
  readonly name: string;
  /** One line, no full stop. */
  readonly about: string;
  readonly run: (context: BenchContext) => Promise<readonly Measurement[]>;
}

/** What a bench is given. */
export interface BenchContext {
  readonly server: NativeServer;
  /** The script of the built command, to be run with `process.execPath`. */
  readonly godwit: string;
  /** An empty folder of this bench's own, removed afterwards. */
  readonly folder: string;
  /** How many rounds to run, when the bench would take so many by itself. */
  readonly rounds: (usual: number) => number;
  /** Says what is going on, to people only. Throws once the run is interrupted, so that databases are dropped before the process ends. */
  readonly onProgress: (text: string) => void;
}
