update godwit.attempt set complete = true where id = :'id'
