import type { RuleCases } from './rule-cases.ts';

/** The cases that stand beside a rule. */
export async function casesOf(rule: string): Promise<RuleCases> {
  const { cases }: { readonly cases: RuleCases } = await import(`../rules/${rule}.cases.ts`);
  return cases;
}
