import type { CopyPlace } from '@godwit/postgres';

/** Where shadow databases are made. */
export interface ShadowServer extends CopyPlace {
  /** True when it is the server of the selected database, where the same roles are. */
  readonly sameServer: boolean;
}
