import type { Mutation } from './mutation.ts';

export const types: readonly Mutation[] = [
  {
    name: 'a column of a composite type is dropped and added',
    sql: 'alter type shelf.pair drop attribute a; alter type shelf.pair add attribute a int',
    expected: ['column order of type shelf.pair: a, b → b, a'],
  },
  {
    name: 'a label at the end of an enum',
    sql: "alter type shelf.mood add value 'elated'",
    expected: ['enum shelf.mood: label elated is new, after happy'],
  },
  {
    name: 'a label in an enum',
    sql: "alter type shelf.mood add value 'meh' before 'ok'",
    expected: ['enum shelf.mood: label meh is new, after sad'],
  },
  {
    name: 'a label is renamed',
    sql: "alter type shelf.mood rename value 'sad' to 'blue'",
    expected: ['enum shelf.mood: label sad is missing', 'enum shelf.mood: label blue is new, first'],
  },
  { name: 'a composite type has more', sql: 'alter type shelf.pair add attribute c text', expected: ['attribute shelf.pair.c is new'] },
  {
    name: 'an attribute of another type',
    sql: 'alter type shelf.pair alter attribute a type bigint',
    expected: ['attribute shelf.pair.a: type integer → bigint'],
  },
  { name: 'a domain becomes nullable', sql: 'alter domain shelf.isbn drop not null', expected: ['domain shelf.isbn: not null → null'] },
  {
    name: 'the default of a domain',
    sql: "alter domain shelf.isbn set default '0'",
    expected: ["domain shelf.isbn: default ''::varchar → '0'::varchar"],
  },
  {
    name: 'a constraint of a domain is dropped',
    sql: 'alter domain shelf.isbn drop constraint isbn_length',
    expected: ['constraint shelf.isbn.isbn_length is missing'],
  },
  {
    name: 'a constraint of a domain is new',
    sql: 'alter domain shelf.score add constraint score_odd check (value <> 2) not valid',
    expected: ['constraint shelf.score.score_odd is new'],
  },
  { name: 'a range type is dropped', sql: 'drop type shelf.float_range', expected: ['range type shelf.float_range is missing'] },
];
