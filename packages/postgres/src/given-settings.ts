import type { SslMode } from './ssl-settings.ts';

/** What a URL or an environment says, before defaults: every field may be missing. */
export interface GivenSettings {
  readonly host?: string | undefined;
  /** libpq's hostaddr: used when no host is named. */
  readonly hostAddress?: string | undefined;
  readonly port?: number | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  readonly sslMode?: SslMode | undefined;
  readonly rootCert?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly channelBinding?: boolean | undefined;
  readonly connectTimeoutMs?: number | undefined;
  readonly applicationName?: string | undefined;
  readonly options?: string | undefined;
  readonly passwordFile?: string | undefined;
}
