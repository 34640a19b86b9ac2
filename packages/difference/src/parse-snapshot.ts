import { type SchemaSnapshot, SNAPSHOT_FORMAT } from './schema-snapshot.ts';

/** A snapshot that was kept as JSON; null when another version of Godwit took it, in a format that this one does not know. */
export function parseSnapshot(json: string): SchemaSnapshot | null {
  const value: unknown = JSON.parse(json);
  return isSnapshot(value) ? value : null;
}

/** By its format alone: nobody else writes one. */
function isSnapshot(value: unknown): value is SchemaSnapshot {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === SNAPSHOT_FORMAT;
}
