import type { Node } from 'libpg-query';

/** Calls `see` for every node below (and including) this one, parents first. Works on any piece of a parse tree. */
export function visit(tree: unknown, see: (node: Node) => void): void {
  if (Array.isArray(tree)) {
    for (const item of tree) visit(item, see);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree)) see(tree);
    for (const value of Object.values(tree)) visit(value, see);
  }
}

/** The parser wraps each node in an object of one key, its name, which begins with a capital letter; fields do not. */
function isNode(value: object): value is Node {
  const keys = Object.keys(value);
  return keys.length === 1 && /^[A-Z]/.test(keys[0] ?? '');
}
