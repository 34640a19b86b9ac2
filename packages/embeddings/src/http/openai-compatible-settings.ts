/** Which endpoint, which model, and how hard it may be driven. */
export interface OpenAiCompatibleSettings {
  /** What stands before `/embeddings`: `https://api.openai.com/v1`. A query stays behind it. */
  readonly baseUrl: string;
  readonly model: string;
  /** Of the column. A model that gives another number is an error. */
  readonly dimensions: number;
  /** Asks the model for `dimensions`: for those that can shorten their vectors. No unless set, since others refuse the request. */
  readonly sendDimensions?: boolean | undefined;
  /** The environment variable with the key; `EMBEDDINGS_API_KEY` unless set. Without a value in it, none is sent. */
  readonly keyVariable?: string | undefined;
  /** Texts in a request at most; 96 unless set. */
  readonly batchTexts?: number | undefined;
  /** Characters in a request at most, but for a single text that is longer; 100,000 unless set. */
  readonly batchCharacters?: number | undefined;
  /** Requests under way at once, over all calls; 4 unless set. */
  readonly concurrency?: number | undefined;
  /** No limit unless set. */
  readonly requestsPerMinute?: number | undefined;
  /** No limit unless set. */
  readonly textsPerMinute?: number | undefined;
  /** For one request, with its answer; 60,000 unless set. */
  readonly timeoutMs?: number | undefined;
  /** Times that a request is sent before its failure is an error; 6 unless set. */
  readonly attempts?: number | undefined;
  /** An endpoint that asks to wait for longer is not waited for; 120,000 unless set. */
  readonly longestWaitMs?: number | undefined;
}
