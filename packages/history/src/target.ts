/**
 * What a person asks for, parsed but not yet looked up. `head`, `base`, `+2`, `-1`; digits alone are a number with
 * leading zeros ignored; else a slug or `number-slug`; else a hash prefix of at least seven digits (with or without `sha1:`).
 */
export type Target =
  | { readonly kind: 'head' }
  | { readonly kind: 'base' }
  | { readonly kind: 'relative'; readonly by: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'name'; readonly text: string };
