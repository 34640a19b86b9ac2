--! Reverts: sha1:acdcd907d755eec6d8a4becc07778801c90fd294
--! Hash: sha1:a050428604817eae34264c557fbd11758bf8f2fa

drop table anki.deck_tags;
drop table anki.tags;
