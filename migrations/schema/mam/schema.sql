-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create schema mam;

comment on schema mam is 'MAMcrawler: a library of audiobooks, its series, and what is still missing';
