import type { Catalog, CatalogObject } from '@godwit/catalog';

/** What a revision leaves that works no more, or not yet. */
export interface Soundness {
  /** A line each: these stop it. */
  readonly faults: readonly string[];
  /** A line each: what has to follow later. */
  readonly notes: readonly string[];
}

/**
 * Looks for what only the catalog tells: an INVALID index, a trigger that is switched off, a constraint that held for every row and does so
 * no more. A new NOT VALID constraint is the first of two steps, and an index ON ONLY a partitioned table the first of several: they are noted.
 */
export function judgeSoundness(before: Catalog, after: Catalog): Soundness {
  const faults: string[] = [];
  const notes: string[] = [];
  for (const object of Object.values(after.objects)) {
    const was = before.objects[object.id];
    if (isInvalidIndex(object) && !(was !== undefined && isInvalidIndex(was))) {
      if (isOnParentOnly(object)) notes.push(`${object.id} serves once each partition's own index is attached to it`);
      else faults.push(`${object.id} is INVALID`);
    }
    if (isOff(object) && !(was !== undefined && isOff(was))) faults.push(`${object.id} is disabled`);
    if (object.kind !== 'constraint') continue;
    const held = was?.kind === 'constraint' ? was.properties : null;
    const { validated, definition, disabledTriggers } = object.properties;
    if (!validated && held?.validated === true && held.definition === definition)
      faults.push(`${object.id} was valid for every row and is NOT VALID`);
    else if (!validated && held?.validated !== false) notes.push(`${object.id} is NOT VALID: validate it in a later revision`);
    for (const disabled of disabledTriggers) {
      if (!held?.disabledTriggers.includes(disabled)) faults.push(`${object.id} does not guard any more: its triggers are ${disabled}`);
    }
  }
  return { faults, notes };
}

function isInvalidIndex(object: CatalogObject): boolean {
  return object.kind === 'index' && !(object.properties.valid && object.properties.ready);
}

function isOnParentOnly(object: CatalogObject): boolean {
  return object.kind === 'index' && / ON ONLY /.test(object.properties.definition);
}

function isOff(object: CatalogObject): boolean {
  return (
    (object.kind === 'trigger' || object.kind === 'event trigger' || object.kind === 'rule') && object.properties.enabled === 'disabled'
  );
}
