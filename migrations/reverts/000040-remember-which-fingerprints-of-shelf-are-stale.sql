--! Reverts: sha1:a0c77de94a7b29e7e3107bc453913c753e5b775d
--! Hash: sha1:b3f7eee1a5ec8f6cb2940b567ae1dc945c188d8d

drop trigger mark_stale_fingerprints_of_inserted on shelf.multi_dimensional_ratings;
drop trigger mark_stale_fingerprints_of_updated on shelf.multi_dimensional_ratings;
drop trigger mark_stale_fingerprints_of_deleted on shelf.multi_dimensional_ratings;
drop trigger mark_stale_fingerprints_of_truncated on shelf.multi_dimensional_ratings;
drop function shelf.mark_stale_fingerprints();
drop function shelf.recalculate_fingerprints(integer[]);
drop view shelf.calculated_fingerprints;
drop table shelf.stale_fingerprints;
