/** How a step ended: done by us, or not begun because the ledger stands elsewhere. */
export type StepEnding = { readonly kind: 'done'; readonly attempts: number } | { readonly kind: 'moved' };
