-- What the database looked like after it was true without what goes in beneath it now.
update godwit.revision set hash = :'hash' where hash = :'old_hash';
delete from godwit.catalog where revision_hash = :'old_hash'
