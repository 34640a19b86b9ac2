import type { Draft } from './history-of.ts';
import { mergedOf } from './merged-of.ts';

/** What both branches stand on. */
export const baseDrafts: readonly Draft[] = [{ slug: 'log', body: 'create table log (n int)', revert: 'drop table log' }];

/** A merge of two branches that touch different objects, none of whose revisions can be applied twice; each builds an index outside a transaction. */
export const mergedHistory = mergedOf({
  base: baseDrafts,
  theirs: [
    { slug: 't1', body: 'create table t1 (a int); insert into t1 values (1)', revert: 'drop table t1', message: 'First of theirs' },
    {
      slug: 't2',
      body: '--! no-transaction\ncreate index concurrently t1_a on t1 (a)',
      revert: '--! no-transaction\ndrop index concurrently t1_a',
    },
    { slug: 't3', body: 'create view t3 as select a from t1', revert: 'drop view t3' },
  ],
  mine: [
    { slug: 'm1', body: 'create table m1 (a int)', revert: 'drop table m1', message: 'First of mine' },
    {
      slug: 'm2',
      body: '--! no-transaction\ncreate index concurrently m1_a on m1 (a)',
      revert: '--! no-transaction\ndrop index concurrently m1_a',
    },
  ],
});
