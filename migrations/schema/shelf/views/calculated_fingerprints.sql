-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create view shelf.calculated_fingerprints as
 select book_id,
    avg_pace,
    avg_emotional_impact,
    avg_complexity,
    avg_character_development,
    avg_plot_quality,
    avg_prose_style,
    avg_originality,
    (((((((coalesce(avg_pace, 0::double precision) + coalesce(avg_emotional_impact, 0::double precision)) + coalesce(avg_complexity, 0::double precision)) + coalesce(avg_character_development, 0::double precision)) + coalesce(avg_plot_quality, 0::double precision)) + coalesce(avg_prose_style, 0::double precision)) + coalesce(avg_originality, 0::double precision)) / (nullif(num_nonnulls(avg_pace, avg_emotional_impact, avg_complexity, avg_character_development, avg_plot_quality, avg_prose_style, avg_originality), 0))::double precision) as star_equivalent,
    total_ratings,
    (array[coalesce(avg_pace, 3::double precision), coalesce(avg_emotional_impact, 3::double precision), coalesce(avg_complexity, 3::double precision), coalesce(avg_character_development, 3::double precision), coalesce(avg_plot_quality, 3::double precision), coalesce(avg_prose_style, 3::double precision), coalesce(avg_originality, 3::double precision)])::public.vector(7) as fingerprint_vector
   from ( select multi_dimensional_ratings.book_id,
            (avg(multi_dimensional_ratings.pace))::double precision as avg_pace,
            (avg(multi_dimensional_ratings.emotional_impact))::double precision as avg_emotional_impact,
            (avg(multi_dimensional_ratings.complexity))::double precision as avg_complexity,
            (avg(multi_dimensional_ratings.character_development))::double precision as avg_character_development,
            (avg(multi_dimensional_ratings.plot_quality))::double precision as avg_plot_quality,
            (avg(multi_dimensional_ratings.prose_style))::double precision as avg_prose_style,
            (avg(multi_dimensional_ratings.originality))::double precision as avg_originality,
            (count(*))::integer as total_ratings
           from shelf.multi_dimensional_ratings
          group by multi_dimensional_ratings.book_id) averages;

comment on view shelf.calculated_fingerprints is 'What the fingerprint of each rated book is by its ratings of this moment';
comment on column shelf.calculated_fingerprints.avg_character_development is 'Average character development over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_complexity is 'Average complexity over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_emotional_impact is 'Average emotional impact over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_originality is 'Average originality over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_pace is 'Average pace over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_plot_quality is 'Average plot quality over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_prose_style is 'Average prose style over the ratings that have one';
comment on column shelf.calculated_fingerprints.book_id is 'The book';
comment on column shelf.calculated_fingerprints.fingerprint_vector is 'The seven averages as a vector, 3.0 where one is missing';
comment on column shelf.calculated_fingerprints.star_equivalent is 'Mean of the averages that are present; null when none is';
comment on column shelf.calculated_fingerprints.total_ratings is 'Number of ratings of the book, complete or not';
