--! Previous: sha1:277f9fde632d79bc9d1291fcff70b343198bd763
--! Hash: sha1:dd4db68362e784713b403165995f712b466710b5
--! Message: Add fingerprint vectors to shelf

alter table shelf.book_fingerprints add column fingerprint_vector public.vector(7);

comment on column shelf.book_fingerprints.fingerprint_vector is
  'The seven averages as a vector, 3.0 where one is missing, for books of a similar feel; null until it is computed';
