--! Reverts: sha1:9c563d97c905064ba923dfe9de004f0850ebd24a
--! Hash: sha1:a404c06e9844dcdf31d75fccc98df33ca753fcc5

alter table mam.series
  drop column checked_at,
  drop column completion_status,
  drop column completion_pct,
  drop column owned_books;
