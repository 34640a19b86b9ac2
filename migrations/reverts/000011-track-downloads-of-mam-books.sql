--! Reverts: sha1:af50db108fbcbea5abcca973d42e4271a9426887
--! Hash: sha1:756ff434f693f44597ca1fc64bada651d8f8bd2c

drop table mam.downloads;
