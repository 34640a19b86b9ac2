/** The part of transformers.js 4 that is used: the package itself, or what stands in for it. */
export interface Runtime {
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { readonly dtype: string; readonly revision: string },
  ): Promise<FeatureExtractor>;
  /** Of the whole process. */
  readonly env: {
    cacheDir: string | null;
    localModelPath: string;
    allowRemoteModels: boolean;
  };
}

/** A model with its tokenizer. */
export type FeatureExtractor = (texts: string[], options: { readonly pooling: string; readonly normalize: boolean }) => Promise<Tensor>;

export interface Tensor {
  readonly dims: readonly number[];
  /** A `Float32Array` for embeddings; other tensors hold others. */
  readonly data: unknown;
}
