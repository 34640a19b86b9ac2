/** A map on top of another, so that what is only tried does not change what it was tried on. */
export interface LayeredMap<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  readonly entries: () => ReadonlyMap<string, Value>;
  /** A map that begins with what this one holds. This one must not be changed as long as that is in use. */
  readonly fork: () => LayeredMap<Value>;
}

export function createLayeredMap<Value>(below: LayeredMap<Value> | null = null): LayeredMap<Value> {
  const own = new Map<string, Value>();
  const gone = new Set<string>();
  const layer: LayeredMap<Value> = {
    get: (key) => own.get(key) ?? (gone.has(key) ? undefined : below?.get(key)),
    set: (key, value) => {
      own.set(key, value);
      gone.delete(key);
    },
    delete: (key) => {
      own.delete(key);
      if (below !== null) gone.add(key);
    },
    entries: () => {
      if (below === null) return own;
      const all = new Map(below.entries());
      for (const key of gone) all.delete(key);
      for (const [key, value] of own) all.set(key, value);
      return all;
    },
    fork: () => createLayeredMap(layer),
  };
  return layer;
}
