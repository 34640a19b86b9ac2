/* @name WorkKeys */
select from shelf.recalculate_fingerprints(:keys!);
