-- What the step deferred fails here, under its own settings and while it can be cancelled, not at COMMIT. What is sent next is UTF-8,
-- whatever the step has told the server. No quote here: it would end a literal that the step leaves open.
set constraints all immediate;
set client_encoding to utf8
