/** How the weights are stored: smaller is faster and coarser. Not every model has each. */
export const DTYPES = ['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4'] as const;

/** How the vectors of a text's tokens become one; the model's card says which it was trained with. */
export const POOLINGS = ['mean', 'cls', 'last_token'] as const;

/** Which model, and how it is run. */
export interface TransformersSettings {
  /** On the Hugging Face hub, with ONNX files: `Xenova/all-MiniLM-L6-v2`; or the path of a folder that holds them. */
  readonly model: string;
  /** Of the column. A model that gives another number is an error. */
  readonly dimensions: number;
  /** `fp32` unless set. */
  readonly dtype?: (typeof DTYPES)[number] | undefined;
  /** `mean` unless set. */
  readonly pooling?: (typeof POOLINGS)[number] | undefined;
  /** Branch, tag or commit of the model; `main` unless set. */
  readonly revision?: string | undefined;
  /** Where models are looked for and kept when downloaded: `folder/Xenova/all-MiniLM-L6-v2/…`. The package's own unless set. */
  readonly folder?: string | undefined;
  /** Downloads nothing. */
  readonly offline?: boolean | undefined;
  /** Texts that go through the model at once; 16 unless set. More is hardly faster on a processor and takes more memory. */
  readonly batchTexts?: number | undefined;
}
