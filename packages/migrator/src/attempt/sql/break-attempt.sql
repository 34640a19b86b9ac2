-- Its way back is about to run outside a transaction: if that is cut off, nobody knows how far it came.
update godwit.attempt set complete = false, undo = null, undo_source = null, undo_transactional = null where id = :'id'
