/** How soon things are noticed, in seconds. */
export interface ServePace {
  /** A job whose process has not been heard of for so long goes to another one; pg-boss takes no less than 10. */
  readonly heartbeat: number;
  /** How often that is looked at. */
  readonly supervise: number;
  /** How often a queue is asked for a job. */
  readonly poll: number;
  /** Before a failed job is tried again; doubled each time, up to ten minutes. */
  readonly retryDelay: number;
}

export const DEFAULT_PACE: ServePace = { heartbeat: 30, supervise: 15, poll: 2, retryDelay: 5 };
