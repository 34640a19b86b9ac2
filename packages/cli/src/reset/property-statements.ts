import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import type { DatabaseProperties } from './database-properties.ts';

/**
 * Creates a database of the same kind: owner, encoding, locale, place. It is made of `template1` when that has the same locale, as CREATE
 * DATABASE does by itself: what an administrator has put there is meant for it.
 */
export function createStatement(name: string, properties: DatabaseProperties): string {
  const { owner, tablespace, connection_limit: limit } = properties;
  return [
    `create database ${quoteIdentifier(name)}`,
    `owner ${quoteIdentifier(owner)}`,
    ...(properties.like_template1 ? [] : localeOptions(properties)),
    ...(tablespace === 'pg_default' ? [] : [`tablespace ${quoteIdentifier(tablespace)}`]),
    ...(limit === -1 ? [] : [`connection limit ${limit}`]),
  ].join(' ');
}

function localeOptions({ encoding, collate, ctype, provider, locale, rules }: DatabaseProperties): string[] {
  return [
    'template template0',
    `encoding ${quoteLiteral(encoding)}`,
    `lc_collate ${quoteLiteral(collate)}`,
    `lc_ctype ${quoteLiteral(ctype)}`,
    ...(provider === 'libc' ? [] : [`locale_provider ${provider}`]),
    ...(provider === 'libc' || locale === null ? [] : [`${provider}_locale ${quoteLiteral(locale)}`]),
    ...(rules === null ? [] : [`icu_rules ${quoteLiteral(rules)}`]),
  ];
}

/** Gives a new database the privileges and the comment of another. */
export function accessStatements(name: string, { owner, grants, comment }: DatabaseProperties): string[] {
  const database = quoteIdentifier(name);
  const toRole = (role: string | null) => (role === null ? 'public' : quoteIdentifier(role));
  return [
    ...(grants === null ? [] : [`revoke all on database ${database} from public, ${quoteIdentifier(owner)}`]),
    ...(grants ?? []).map(
      ({ role, privilege, grantable }) =>
        `grant ${privilege.toLowerCase()} on database ${database} to ${toRole(role)}${grantable ? ' with grant option' : ''}`,
    ),
    ...(comment === null ? [] : [`comment on database ${database} is ${quoteLiteral(comment)}`]),
  ];
}

/**
 * Stores what a setting is in the session, for everybody or a role: PostgreSQL writes it as it read it, while a literal would be one element
 * of a list such as `search_path`.
 */
export function settingStatement(name: string, { role, name: setting }: { readonly role: string | null; readonly name: string }): string {
  const database = `database ${quoteIdentifier(name)}`;
  const target = role === null ? database : `role ${quoteIdentifier(role)} in ${database}`;
  return `alter ${target} set ${setting.split('.').map(quoteIdentifier).join('.')} from current`;
}
