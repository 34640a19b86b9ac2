import type { Client } from 'pg';
import { acrossCopies } from './across-copies.ts';

const losses = acrossCopies<Client, Error>('connection-loss');

/**
 * Keeps the first error that breaks a connection while no query runs on it. Without a listener such an error would end the process; pg then
 * answers every further query with "not queryable" and no reason.
 */
export function recordConnectionLoss(client: Client): void {
  client.on('error', (error) => {
    if (!losses.has(client)) losses.set(client, error);
  });
}

/** Why a connection broke while nobody used it: the server's last words (57P01: ended by an administrator) or the network's; null while it stands. */
export function connectionLoss(client: Client): Error | null {
  return losses.get(client) ?? null;
}
