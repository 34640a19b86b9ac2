import type { Change } from '../difference.ts';

/**
 * Changes that are a state and better said in a sentence: `is disabled`, `is not valid`.
 *
 * @param id of the object
 * @returns null for every other change
 */
export function stateChangeInWords(id: string, { property, before, after }: Change): string | null {
  const yes = after === true;
  switch (property) {
    case 'enabled':
      return `${id} ${ENABLED[String(after)] ?? String(after)} (was ${String(before)})`;
    case 'valid':
      return `${id} ${yes ? 'is valid (was INVALID)' : 'is INVALID'}`;
    case 'ready':
      return `${id} ${yes ? 'is ready for writes (was not)' : 'is not ready for writes'}`;
    case 'validated':
      return `${id} ${yes ? 'is validated (was NOT VALID)' : 'is NOT VALID'}`;
    case 'enforced':
      return `${id} ${yes ? 'is enforced (was not)' : 'is not enforced'}`;
    case 'rowSecurity':
      return `${id}: row level security is ${yes ? 'enabled (was disabled)' : 'disabled'}`;
    case 'forceRowSecurity':
      return `${id}: row level security is ${yes ? 'forced for the owner (was not)' : 'no longer forced for the owner'}`;
    case 'populated':
      return `${id} ${yes ? 'is populated (was not)' : 'is not populated'}`;
    case 'clustered':
      return `${id} ${yes ? 'is the index to cluster on (was not)' : 'is no longer the index to cluster on'}`;
    case 'detachPending':
      return `${id} ${yes ? 'is in the middle of being detached' : 'is no longer in the middle of being detached'}`;
    default:
      return null;
  }
}

const ENABLED: Readonly<Record<string, string>> = {
  enabled: 'is enabled',
  disabled: 'is disabled',
  'replica only': 'fires on replicas only',
  always: 'fires always, on replicas too',
};
