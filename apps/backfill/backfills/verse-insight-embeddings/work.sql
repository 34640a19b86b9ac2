/* An insight that was edited while the model was at work stays without an embedding, and is done again. */
/* @name Work */
update verse.saved_insights as insight
set embedding = embedded.embedding
from pg_temp.embedded_insights as embedded
where embedded.id = insight.id
  and embedded.source_hash = encode(
    sha256(
      convert_to(
        concat_ws(
          E'\n', insight.passage_reference, insight.historical_context, insight.theological_significance, insight.practical_application
        ),
        'UTF8'
      )
    ),
    'hex'
  );
