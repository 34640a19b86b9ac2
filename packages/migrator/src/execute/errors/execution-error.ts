import { GodwitError, type GodwitErrorOptions } from '@godwit/diagnostics';
import type { Step } from '../../plan/step.ts';

/** What ended an execution. The steps before it stay applied; nothing of its own step does, unless the class says otherwise. */
export abstract class ExecutionError extends GodwitError {
  /** `000003-add-ratings`; null between steps. */
  readonly revision: string | null;
  /** How many steps of this run were done before. Set by the executor, which knows. */
  done = 0;
  /** True when its own step is applied all the same: it ran outside a transaction, and what was found comes after it. */
  readonly stays: boolean = false;

  constructor(step: Step | null, options: GodwitErrorOptions) {
    super(options);
    this.revision = step?.name ?? null;
  }
}

/** What a step that failed leaves: nothing, or something that could not be removed yet. */
export type Remains = 'nothing' | 'leftovers';

/** The first words of what to do next. */
export function remainsInWords(remains: Remains): string {
  return remains === 'nothing'
    ? 'Nothing of it was applied.'
    : 'It is not applied, but what it left behind (an INVALID index, say) could not be removed yet: the next run does that first.';
}
