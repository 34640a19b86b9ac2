/** One message of the wire protocol. */
export interface WireMessage {
  /** Its type character. */
  readonly type: string;
  readonly body: Buffer;
  /** Header and body, as they came. */
  readonly raw: Buffer;
}

/**
 * Cuts a byte stream into messages of the wire protocol (typed ones: not the startup packet). Bytes are joined once for each
 * message, so that a message of hundreds of megabytes that comes in small pieces costs no more than its size.
 */
export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole message, or null until more bytes came. */
  next(): WireMessage | null {
    if (this.#length < 5) return null;
    const size = this.peek(5).readInt32BE(1) + 1;
    if (this.#length < size) return null;
    const raw = this.take(size);
    return { type: String.fromCharCode(raw[0] ?? 0), body: raw.subarray(5), raw };
  }

  /** How many bytes wait. */
  get length(): number {
    return this.#length;
  }

  /** The first `size` bytes, left in place; there must be as many. */
  peek(size: number): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= size) return first.subarray(0, size);
    if (size > 64 || this.#chunks.length === 0) return this.#join().subarray(0, size);
    const bytes = Buffer.alloc(size);
    let at = 0;
    for (const chunk of this.#chunks) {
      if (at === size) break;
      at += chunk.copy(bytes, at, 0, Math.min(chunk.length, size - at));
    }
    return bytes;
  }

  /** Removes and returns the first `size` bytes; there must be as many. */
  take(size: number): Buffer {
    const [first] = this.#chunks;
    const joined = first !== undefined && first.length >= size ? first : this.#join();
    const rest = joined.subarray(size);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    this.#length -= size;
    return joined.subarray(0, size);
  }

  #join(): Buffer {
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}
