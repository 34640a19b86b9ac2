-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create schema anki;

comment on schema anki is 'Anki Compendium: decks made from documents, and the accounts that own them';
