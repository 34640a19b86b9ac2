/** Turns texts into vectors. Where they come from, a hash, a server or a model on this machine, is its own affair. */
export interface EmbeddingProvider {
  readonly name: 'feature-hashing' | 'openai-compatible' | 'transformers';
  /** Everything that the vectors depend on but the text, on one line: under another name, the same text has another vector. */
  readonly model: string;
  /** Of each vector: `vector(384)` has 384. */
  readonly dimensions: number;
  /**
   * A text with nothing in it is an error of the providers that have no vector for it.
   *
   * @returns a vector for each text, in the same order: `dimensions` finite numbers, which `vector` of pgvector holds as they are
   * @throws a GodwitError that says what to do, or the signal's reason. No vectors are returned then: do the same texts again
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<readonly Float32Array[]>;
}

export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
}
