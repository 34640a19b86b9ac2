--! Reverts: sha1:3f77dd24908a2f052018fd40cb805b229fe36e09
--! Hash: sha1:f9cb7196739a186c50a465c5235ff165df519660

-- Titles that need the greater length lose what is beyond 255 characters.
alter table mam.books alter column title type varchar(255) using left(title, 255);
