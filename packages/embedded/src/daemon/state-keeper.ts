import { readState, removeState, type ServerState, writeState } from './state-file.ts';

/** How long a damaged or deleted state file stays so. */
const LOOK_MS = 500;

/** Keeps the state file of a running server there and true: without it nobody finds the server, nor can stop it. */
export class StateKeeper {
  readonly #directory: string;
  readonly #state: ServerState;
  #timer: NodeJS.Timeout | null = null;
  #last: Promise<void> = Promise.resolve();

  private constructor(directory: string, state: ServerState) {
    this.#directory = directory;
    this.#state = state;
  }

  /** Writes the file, and writes it again whenever it says something else. */
  static async start(directory: string, state: ServerState): Promise<StateKeeper> {
    const keeper = new StateKeeper(directory, state);
    await writeState(directory, state);
    keeper.#timer = setInterval(() => {
      keeper.#last = keeper.#last.then(() => keeper.#restore());
    }, LOOK_MS).unref();
    return keeper;
  }

  /** Removes the file if it is still the one of this server, and keeps it no longer. */
  async remove(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#last;
    await removeState(this.#directory, this.#state.token);
  }

  async #restore(): Promise<void> {
    if (this.#timer === null || isSame(await readState(this.#directory), this.#state)) return;
    // a folder that may not be written may be so again
    await writeState(this.#directory, this.#state).catch(() => undefined);
  }
}

function isSame(found: ServerState | null, { pid, port, token }: ServerState): boolean {
  return found?.pid === pid && found.port === port && found.token === token;
}
