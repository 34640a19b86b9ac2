import { sqlStateOf } from '@godwit/postgres';

/** lock_not_available, deadlock_detected: over when the others are done. */
export function isAboutLocks(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === '55P03' || state === '40P01';
}
