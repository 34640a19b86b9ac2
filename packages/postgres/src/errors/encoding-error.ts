import { quoteIdentifier } from '../quote.ts';
import { ConnectionError, type Destination } from './connection-error.ts';

/** The database stores text in something other than UTF-8. */
export class NotUtf8 extends ConnectionError {
  readonly encoding: string;

  constructor(to: Destination, encoding: string) {
    const name = quoteIdentifier(`${to.database}_utf8`);
    super(to, {
      code: 'GW107',
      message: `The database ${to.database} is encoded in ${encoding}, not in UTF8`,
      help: `An encoding cannot be changed. A new database in UTF-8:\n  create database ${name} encoding 'UTF8' template template0;\nand with data: pg_dump the old one, create the new one, restore into it.\nThen name the new one in the URL.`,
      transient: false,
    });
    this.encoding = encoding;
  }
}
