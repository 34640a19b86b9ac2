insert into godwit.event (action, outcome, detail) values ($1, $2, $3)
