import type { WireMessage } from '../wire/message-reader.ts';
import type { StatementPlan } from './statement-plan.ts';

/** Decides about a message of the backend: itself or another in its place, null when the client is not to see it. */
export type MessageFilter = (message: WireMessage) => Buffer | null;

/** Messages that are run as one call, and what is known about them. */
export class Batch {
  readonly #messages: Buffer[] = [];
  /** Which of the Parse messages are ours, counted from 0. */
  readonly #ours = new Set<number>();
  readonly #tableLocks: string[] = [];
  #parses = 0;
  #copies = 0;
  #waits = false;

  /** A batch of one message that the client sent. */
  static of(message: Buffer, plan: StatementPlan): Batch {
    const batch = new Batch();
    batch.add(message);
    batch.expect(plan);
    return batch;
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** How many statements may ask for data. */
  get copies(): number {
    return this.#copies;
  }

  /** Whether it may have to wait for an advisory lock of another connection. */
  get waits(): boolean {
    return this.#waits;
  }

  /** Tables of LOCK statements, as they are written. */
  get tableLocks(): readonly string[] {
    return this.#tableLocks;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#messages);
  }

  add(message: Buffer): void {
    this.#messages.push(message);
  }

  /** @param isOurs the client did not send it, and is not to see that it succeeded */
  addParse(message: Buffer, isOurs: boolean): void {
    if (isOurs) this.#ours.add(this.#parses);
    this.#parses++;
    this.#messages.push(message);
  }

  /** Takes note of a statement that is executed. */
  expect({ copies, waits, tableLocks }: StatementPlan): void {
    this.#copies += copies;
    this.#waits ||= waits;
    this.#tableLocks.push(...tableLocks);
  }

  /** For one run of the batch: drops the answers to messages that are ours. */
  filter(): MessageFilter {
    let seen = 0;
    return ({ type, raw }) => (type === PARSE_COMPLETE && this.#ours.has(seen++) ? null : raw);
  }
}

const PARSE_COMPLETE = '1';
