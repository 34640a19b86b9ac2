export { type CheckFindings, type ExamineOptions, examine } from './examine.ts';
export type { Finding, FindingState } from './finding.ts';
export { type HistoryNeeds, historyNeeds, NO_NEEDS } from './history-needs.ts';
export type { Check, Patient } from './patient.ts';
export { type Reached, reach } from './reach.ts';
