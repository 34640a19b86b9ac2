--! Reverts: sha1:c134ccca91c6d114e9b6690d5bc47e678994ef3e
--! Hash: sha1:c8531c1200acbb339f95987721db846bd1765600

drop table mam.book_narrators;
drop table mam.narrators;
