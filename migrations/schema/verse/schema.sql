-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create schema verse;

comment on schema verse is 'Verse: saved passages, insights and the conversations about them';
