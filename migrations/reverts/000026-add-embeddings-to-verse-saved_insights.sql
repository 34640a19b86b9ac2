--! Reverts: sha1:e03af600f73d212a6d168926a7bffeb711d52d70
--! Hash: sha1:4ead88a113fcd943055ad070a29bfd0017c3a051

alter table verse.saved_insights drop column embedding;
