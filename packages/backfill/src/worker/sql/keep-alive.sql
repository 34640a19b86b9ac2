-- A machine that vanishes says nothing: the server finds out after half a minute, not after two hours.
set tcp_keepalives_idle to 15;
set tcp_keepalives_interval to 5;
set tcp_keepalives_count to 3
