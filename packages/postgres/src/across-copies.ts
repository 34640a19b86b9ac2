/**
 * What is remembered of an object, the same for every copy of this package in the process: the bundled command has one, and a separately
 * installed package, to which it hands its connections, another.
 *
 * @param name of what is remembered
 */
export function acrossCopies<Key extends WeakKey, Value>(name: string): WeakMap<Key, Value> {
  const symbol = Symbol.for(`godwit.postgres.${name}`);
  const known: unknown = Reflect.get(globalThis, symbol);
  if (known instanceof WeakMap) return known;
  const made = new WeakMap<Key, Value>();
  Reflect.set(globalThis, symbol, made);
  return made;
}
