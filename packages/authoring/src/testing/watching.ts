import type { History } from '@godwit/history';
import { readHistory } from '@godwit/history';
import type { ExecuteSettings } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import { type Generate, Generator } from '../watch/generator.ts';
import { type WatchOptions, watch, watchOnce } from '../watch/watch.ts';
import type { WatchEvent } from '../watch/watch-event.ts';
import { actor, type Desk } from './attempts.ts';

type EventOf<K extends WatchEvent['kind']> = Extract<WatchEvent, { kind: K }>;

/** A watch that goes on, and what it has told. */
export interface Watching {
  /** The next event of a kind that nobody has asked for yet. */
  readonly next: <K extends WatchEvent['kind']>(kind: K) => Promise<EventOf<K>>;
  /** All so far. */
  readonly told: () => readonly WatchEvent[];
  /** Resolves when it ends, with what ended it; null when that was `stop`. */
  readonly ended: Promise<unknown>;
  readonly stop: () => void;
}

export interface WatchingOptions {
  readonly settings?: Partial<ExecuteSettings>;
  readonly queries?: readonly string[];
  readonly generate?: Generate;
  readonly connect?: () => Promise<Client>;
}

function watchOptionsOf(desk: Desk, observer: WatchOptions['observer'], signal: AbortSignal, options: WatchingOptions = {}): WatchOptions {
  const { project, database } = desk;
  const { settings, queries = [], generate, connect = () => database.connect() } = options;
  return {
    connect,
    settings: { placeholders: {}, pgSettings: {}, actor, ...settings },
    folder: project.folder,
    root: project.root,
    readHistory: (): Promise<History> => readHistory(project.folder),
    checks: { queries: { root: project.root, patterns: queries }, lint: { settings: { squawk: false } } },
    generator: generate === undefined ? null : new Generator(generate, observer),
    observer,
    signal,
  };
}

/** Watches the desk while `run` works on it. */
export async function watching(desk: Desk, run: (watching: Watching) => Promise<void>, options: WatchingOptions = {}): Promise<void> {
  const stop = new AbortController();
  const told: WatchEvent[] = [];
  const taken = new Set<WatchEvent>();
  let wake: () => void = () => {};
  let end: { readonly error: unknown } | null = null;
  const observer = (event: WatchEvent): void => {
    told.push(event);
    wake();
  };
  const ended = watch(watchOptionsOf(desk, observer, stop.signal, options))
    .then(
      () => null,
      (error: unknown) => error,
    )
    .then((error) => {
      end = { error };
      wake();
      return error;
    });
  const isOf = <K extends WatchEvent['kind']>(event: WatchEvent, kind: K): event is EventOf<K> => event.kind === kind;
  const next = async <K extends WatchEvent['kind']>(kind: K): Promise<EventOf<K>> => {
    for (;;) {
      for (const event of told) {
        if (taken.has(event) || !isOf(event, kind)) continue;
        taken.add(event);
        return event;
      }
      if (end !== null) throw new Error(`the watch has ended without ${kind}`, { cause: end.error });
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  try {
    await run({ next, told: () => told, ended, stop: () => stop.abort() });
  } finally {
    stop.abort();
    await ended;
  }
}

/** Applies the text once, as `watch --once` does. @returns what it has told */
export async function onceAt(desk: Desk, options: WatchingOptions = {}): Promise<readonly WatchEvent[]> {
  const told: WatchEvent[] = [];
  await watchOnce(watchOptionsOf(desk, (event) => void told.push(event), new AbortController().signal, options));
  return told;
}
