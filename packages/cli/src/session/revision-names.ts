/** The name, or where that is too long its number, which is a target as well. */
export function fittingName(name: string, width: number): string {
  return name.length <= width ? name : (name.split('-')[0] ?? name);
}

/** `Add multi-dimensional ratings` of a message, else the slug in words. */
export function revisionTitle(revision: { readonly message: string | null; readonly name: string }): string {
  return revision.message ?? revision.name.replace(/^\d+-?/, '').replaceAll('-', ' ');
}
