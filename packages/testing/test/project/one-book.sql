insert into public.book (title) values ('Moby-Dick');
