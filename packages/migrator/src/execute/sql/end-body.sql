-- What the step deferred fails here, under its own settings and while it can be cancelled, not at COMMIT. What is sent next is UTF-8,
-- and dates come as ISO, whatever the step has told the server. No quote here: it would end a literal that the step leaves open.
set constraints all immediate;
set client_encoding to utf8;
set datestyle to iso
