/** libpq's modes, weakest first: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS */
export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/**
 * - `disable`: never encrypt
 * - `allow`: encrypt only if the server refuses otherwise
 * - `prefer`: encrypt if the server can
 * - `require`: encrypt or fail; who the server is goes unchecked unless `rootCert` is set, which makes it `verify-ca`
 * - `verify-ca`: and the certificate must come from a trusted authority
 * - `verify-full`: and be made out to this host name
 */
export type SslMode = (typeof SSL_MODES)[number];

export interface SslSettings {
  readonly mode: SslMode;
  /** Path of a PEM file with the trusted authorities, or `system` for those of the operating system. */
  readonly rootCert?: string | undefined;
  /** Path of the client's own certificate, PEM. */
  readonly cert?: string | undefined;
  /** Path of the client's key, PEM. */
  readonly key?: string | undefined;
  /**
   * True for a login that proves, by SCRAM over this very TLS connection, that nobody sits between: it makes `require` safe without a
   * certificate to check. libpq's `channel_binding=require`.
   */
  readonly channelBinding?: boolean | undefined;
}

/** Spellings seen in the wild (asyncpg's `ssl=`, SQLAlchemy, node-postgres, JDBC) for libpq's modes. */
const ALIASES = new Map<string, SslMode>([
  ['true', 'require'],
  ['1', 'require'],
  ['on', 'require'],
  ['yes', 'require'],
  ['no-verify', 'require'],
  ['false', 'disable'],
  ['0', 'disable'],
  ['off', 'disable'],
  ['no', 'disable'],
]);

/** The mode that a word names, or undefined. */
export function parseSslMode(text: string): SslMode | undefined {
  const word = text.trim().toLowerCase().replaceAll('_', '-');
  return SSL_MODES.find((mode) => mode === word) ?? ALIASES.get(word);
}
