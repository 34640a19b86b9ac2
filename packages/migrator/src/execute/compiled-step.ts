import { applyPlaceholders } from '@godwit/history';
import type { Step } from '../plan/step.ts';
import type { ExecuteSettings } from './execute-settings.ts';

/** A step and the SQL that is sent for it. */
export interface CompiledStep {
  readonly step: Step;
  /** The body after placeholders. */
  readonly sql: string;
}

export function compileStep(step: Step, settings: Pick<ExecuteSettings, 'placeholders'>): CompiledStep {
  return { step, sql: applyPlaceholders(step.body, settings.placeholders) };
}
