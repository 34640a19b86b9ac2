/**
 * Writes the pages that are made from the code: `docs/commands.md` from the command definitions, `docs/errors.md` from the
 * `## Errors` sections of the packages, `docs/lint.md` from the rules, `migrations/godwit.sql` (the ledger, for graphile-migrate) from the migrator. With `--check` it writes nothing and exits 1 when a page is stale.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ledgerSchemaSql } from '@godwit/migrator';
import { BACKFILL_DEFINITIONS, DATABASE_DEFINITIONS, DEFINITIONS, renderGlobalOptions, renderReference } from 'godwit/reference';
import { lintPage } from './lint-page.ts';

const repository = resolve(import.meta.dirname, '../../..');

const NOTICE = '<!-- Written by `pnpm generate`; edit its sources instead. -->';

const pages: Readonly<Record<string, string>> = {
  'docs/commands.md': commandsPage(),
  'docs/errors.md': errorsPage(),
  'docs/lint.md': await lintPage(repository, NOTICE),
  'migrations/godwit.sql': `${ledgerSchemaSql().trim()}\n`,
};

const stale = Object.entries(pages).filter(
  ([file, text]) => !existsSync(join(repository, file)) || readFileSync(join(repository, file), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [file] of stale) process.stderr.write(`${file} is stale\n`);
  if (stale.length > 0) process.stderr.write('next: pnpm generate\n');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) {
    writeFileSync(join(repository, file), text);
    process.stdout.write(`${file} written\n`);
  }
}

function commandsPage(): string {
  return [
    NOTICE,
    '',
    '# Commands',
    '',
    'In this repository `pnpm migrate …` is `godwit …`, `pnpm db …` is `godwit db …`, `pnpm backfill …` is `godwit backfill …`, and `pnpm verify …` is `godwit verify …`. Every command takes these options too:',
    '',
    renderGlobalOptions(),
    '',
    'Exit codes: 0 done, 1 error, 2 something pending or found, 3 blocked; 130 when Ctrl-C ended it, 143 when SIGTERM did.',
    '',
    '## godwit',
    '',
    renderReference({ invocation: 'godwit', definitions: DEFINITIONS }),
    '## godwit backfill',
    '',
    renderReference({ invocation: 'godwit backfill', definitions: BACKFILL_DEFINITIONS }),
    '## godwit db',
    '',
    renderReference({ invocation: 'godwit db', definitions: DATABASE_DEFINITIONS }),
  ].join('\n');
}

function errorsPage(): string {
  const sections = globSync(['packages/*/README.md', 'apps/*/README.md', 'apps/*/src/*/README.md', 'examples/*/README.md'], {
    cwd: repository,
  })
    .toSorted()
    .map((file) => readFileSync(join(repository, file), 'utf8'))
    .map((text) => /^## Errors\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text)?.[1]?.trim() ?? '')
    .filter((text) => text !== '');
  const entries = sections.flatMap(splitEntries).toSorted((a, b) => a.localeCompare(b, 'en'));
  return [
    NOTICE,
    '',
    '# Errors',
    '',
    'Every error has a code. GW0xx: the files of the history. GW1xx: reaching the database. GW2xx: plan and execute. GW3xx: authoring. GW4xx: backfills and embeddings. GW5xx: command line, configuration and verification. GW6xx: tests.',
    '',
    ...entries.flatMap((entry) => [entry, '']),
  ].join('\n');
}

/** A list item `- **GW001** …`, a paragraph `**GW001** …`, a table row `| GW001 | … |` or a heading `### GW001 …` begins an entry. */
function splitEntries(section: string): string[] {
  const rows = [...section.matchAll(/^\|\s*[`*]*(GW\d{3})[`*]*\s*\|\s*(.*?)\s*\|\s*$/gm)].map(
    ([, code = '', text = '']) =>
      `- **${code}** ${text
        .split('|')
        .map((cell) => cell.trim())
        .join('. ')}`,
  );
  const items = [...section.matchAll(/^(?:-|###)\s*[`*]*(GW\d{3})[`*]*:?\s*([\s\S]*?)(?=^(?:-|###|\||##)\s|(?![\s\S]))/gm)].map(
    ([, code = '', text = '']) => `- **${code}** ${text.trim().replace(/\s*\n\s*/g, ' ')}`,
  );
  const paragraphs = [...section.matchAll(/^\*\*(GW\d{3})\*\*\s*([\s\S]*?)(?=\n\n|(?![\s\S]))/gm)].map(
    ([, code = '', text = '']) => `- **${code}** ${text.trim().replace(/\s*\n\s*/g, ' ')}`,
  );
  return [...rows, ...items, ...paragraphs];
}
