import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Step } from '../../plan/step.ts';
import type { Run } from '../run.ts';
import type { WatchOptions } from '../watch-statement.ts';

const row = v.object({ phase: v.string(), done: v.nullable(v.number()), total: v.nullable(v.number()) });

const LEAST_PAUSE_MS = 200;

/** Tells the observer how far an index build is, whenever that changes. */
export function progressTeller(run: Run, step: Step): NonNullable<WatchOptions['onLook']> {
  let told = '';
  let phase = '';
  let toldAt = 0;
  return async (client, blockers) => {
    const { rows } = await client.query(readSql(import.meta.url, './sql/index-progress.sql'), [run.session.pid]);
    if (rows[0] === undefined) return;
    const progress = v.parse(row, rows[0]);
    const text = JSON.stringify([progress, blockers.map(({ pid }) => pid)]);
    if (text === told || (progress.phase === phase && performance.now() - toldAt < LEAST_PAUSE_MS)) return;
    told = text;
    phase = progress.phase;
    toldAt = performance.now();
    run.observer({ kind: 'progress', step, ...progress, blockers });
  };
}
