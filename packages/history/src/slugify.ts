/**
 * The part of a file's name that is made of its message, as graphile-migrate makes it: lower case, everything but
 * `a-z0-9_` becomes one dash, at most 60 characters. Empty when nothing is left.
 */
export function slugify(message: string): string {
  return message
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/--+/g, '-')
    .replace(/(^-+|-+$)/g, '')
    .substring(0, 60);
}
