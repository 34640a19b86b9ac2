delete from godwit.attempt
