/** The part of transformers.js 4 that is used. Its own types would come with half a gigabyte of runtimes for every platform. */
declare module '@huggingface/transformers' {
  export interface Tensor {
    readonly dims: readonly number[];
    /** A `Float32Array` for embeddings; other tensors hold others. */
    readonly data: unknown;
  }

  export type FeatureExtractor = (texts: string[], options: { readonly pooling: string; readonly normalize: boolean }) => Promise<Tensor>;

  export function pipeline(
    task: 'feature-extraction',
    model: string,
    options: { readonly dtype: string; readonly revision: string },
  ): Promise<FeatureExtractor>;

  /** Of the whole process. */
  export const env: {
    cacheDir: string | null;
    localModelPath: string;
    allowRemoteModels: boolean;
  };
}
