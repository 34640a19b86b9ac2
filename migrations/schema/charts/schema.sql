-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create schema charts;

comment on schema charts is 'Chord charts, and the record of how they were generated';
