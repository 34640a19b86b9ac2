import { GodwitError, type GodwitErrorOptions } from '@godwit/diagnostics';

/** Where texts are sent, as far as it may be told. */
export interface EndpointFacts {
  /** Without user, password and query: they may hold a key. */
  readonly url: string;
  readonly model: string;
  /** The environment variable that the key is taken from, whether it is set or not. */
  readonly keyVariable: string;
  readonly hasKey: boolean;
}

/** The base of what goes wrong between us and an endpoint. No error holds the key. */
export abstract class EndpointError extends GodwitError {
  readonly url: string;
  readonly model: string;

  constructor({ url, model }: EndpointFacts, options: GodwitErrorOptions) {
    super(options);
    this.url = url;
    this.model = model;
  }
}
