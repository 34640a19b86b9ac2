import type { LockClaim } from '@godwit/migrator';
import type { RelationName } from '@godwit/migrator/statements';
import type { Subject } from './rule.ts';

/** The statement's lock on something that stood before the revision; null when nobody else can be waiting for it. */
export function lockOn({ locks }: Pick<Subject, 'locks'>, { schema, name }: RelationName): LockClaim | null {
  return locks.find(({ object }) => object.schema === schema && object.name === name) ?? null;
}
