--! Reverts: sha1:dd4db68362e784713b403165995f712b466710b5
--! Hash: sha1:9cf505a474870faf338f706ae5384aa83bf92403

alter table shelf.book_fingerprints drop column fingerprint_vector;
