/** The URL by which psql, pg and any other driver reach a database of an embedded server. */
export function databaseUrl(options: { readonly port: number; readonly host?: string; readonly database: string }): string {
  return `postgres://postgres@${options.host ?? '127.0.0.1'}:${options.port}/${encodeURIComponent(options.database)}`;
}
