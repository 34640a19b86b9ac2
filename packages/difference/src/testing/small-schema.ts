/** What stands in each schema before a case: enough for something to be changed of every kind. */
export function smallSchema(name: string): string {
  return `
    create schema ${name};
    create type ${name}.mood as enum ('sad', 'happy');
    create table ${name}.authors (id int primary key, name text not null);
    create table ${name}.books (
      id serial primary key,
      title varchar(100) not null,
      author_id int,
      pages int default 1,
      status varchar(20) not null default 'wanted',
      shown tstzrange,
      mood ${name}.mood
    );
    create table ${name}.events (id int not null, at date not null) partition by range (at);
    create table ${name}.events_2024 partition of ${name}.events for values from ('2024-01-01') to ('2025-01-01');
    create view ${name}.titles as select id, title from ${name}.books;
    create function ${name}.touch() returns trigger language plpgsql as 'begin return new; end';
    create sequence ${name}.ticket;
    comment on table ${name}.books is 'Books';
  `;
}
