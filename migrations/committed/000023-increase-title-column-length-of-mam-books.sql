--! Previous: sha1:e298df98904d9d863c1116d0016b2a4d74b58cfe
--! Hash: sha1:3f77dd24908a2f052018fd40cb805b229fe36e09
--! Message: Increase title column length of mam.books

alter table mam.books alter column title type varchar(512);
