/** `Add multi-dimensional ratings` of a message, else the slug in words. */
export function revisionTitle(revision: { readonly message: string | null; readonly name: string }): string {
  return revision.message ?? revision.name.replace(/^\d+-?/, '').replaceAll('-', ' ');
}
