/** Its own types would come with half a gigabyte of runtimes for every platform. */
declare module '@huggingface/transformers' {
  type Runtime = import('./runtime.ts').Runtime;
  export const pipeline: Runtime['pipeline'];
  export const env: Runtime['env'];
}
