update godwit.attempt
set undo = :'undo', undo_source = :'undo_source', undo_transactional = :'undo_transactional'
where id = :'id'
