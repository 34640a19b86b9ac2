--! Reverts: sha1:d6a477daf5892b5d5955893b307ff826fafe6834
--! Hash: sha1:eea7a0e25773ab724681b032e4cc6ec7730cebbe

drop table shelf.multi_dimensional_ratings;
