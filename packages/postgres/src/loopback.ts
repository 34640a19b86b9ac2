/**
 * Whether the settings name a server on this machine: `localhost`, 127.0.0.0/8, `::1` or a Unix socket.
 *
 * It asks no resolver: a name of your own for 127.0.0.1 does not count, so that what is allowed on loopback alone
 * (reset, a shadow database) stays refused there.
 */
export function isLoopback(settings: { readonly host: string }): boolean {
  const host = settings.host.toLowerCase();
  if (host.startsWith('/')) return true;
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1' || host === '0:0:0:0:0:0:0:1') return true;
  return /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);
}
