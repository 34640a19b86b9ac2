import { GodwitError } from '@godwit/diagnostics';
import { describeServer } from '../describe-database.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { sqlStateOf } from '../server-error-fields.ts';
import type { CopyPlace } from './copy-place.ts';

/** Why there is no database to be had at a place. */
export interface CopyRefusal {
  /** One line: `ada may not create databases on 127.0.0.1`. */
  readonly reason: string;
  /** The role, when that is why; null for another reason. */
  readonly powerless: string | null;
}

const NOT_PERMITTED = '42501';
/** A standby, on which nobody may create databases. */
const READ_ONLY = '25006';

/** Whether an error says that a place is none, and not that something there went wrong. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ConnectionError || [NOT_PERMITTED, READ_ONLY].includes(sqlStateOf(error) ?? '');
}

/** @param place null where it was not even found */
export function refusalOf(error: unknown, place: CopyPlace | null): CopyRefusal {
  if (place !== null && sqlStateOf(error) === NOT_PERMITTED) {
    const { user } = place.admin;
    return { reason: `${user} may not create databases on ${describeServer(place.admin)}`, powerless: user };
  }
  if (place !== null && sqlStateOf(error) === READ_ONLY)
    return { reason: `${describeServer(place.admin)} takes no writes`, powerless: null };
  if (error instanceof GodwitError) return { reason: [error.message, ...error.details].join(': '), powerless: null };
  return { reason: error instanceof Error ? error.message : String(error), powerless: null };
}
