-- A client that dies leaves its statement running, and its locks held, until the server next writes to it: this makes the server look.
set client_connection_check_interval to '5s'
