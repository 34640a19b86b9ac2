import type { CommandDefinition } from '../definition.ts';

/** Commands of a developer's machine. */
export const DEVELOP: readonly CommandDefinition[] = [
  {
    name: 'init',
    group: 'Develop',
    summary: 'lay out a new project',
    description: 'Writes migrations/, .gmrc and godwit.config.json; files that exist are left alone.',
    arguments: [{ syntax: '[dir]', description: 'where (default: here)' }],
    examples: [
      { command: 'init', explains: 'in this folder' },
      { command: 'init backend', explains: 'in backend/' },
    ],
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'watch',
    group: 'Develop',
    summary: 'apply migrations/current.sql whenever it is saved',
    description:
      'The last save is taken back first, in the same transaction, so that current.sql need not be idempotent: by revert.sql when that is not blank, else by what the database looked like before. A save that fails changes nothing. The folder current/, included fixtures and revert.sql are watched too. Rows in what it makes are disposable; what it would do to rows of older tables is refused until revert.sql says how to take it back.',
    options: [
      { flags: '--once', description: 'apply it once and stop' },
      { flags: '--undo', description: 'take back what is applied and stop' },
    ],
    examples: [
      { command: 'watch', explains: 'until Ctrl-C; what is applied stays applied' },
      { command: 'watch --once', explains: 'one save, for a script; exits 1 when it fails' },
      { command: 'watch --undo', explains: 'the database is at the last revision again' },
    ],
    load: () => import('../commands/watch.ts'),
  },
  {
    name: 'revision',
    group: 'Develop',
    summary: 'begin a revision in current.sql and revert.sql',
    description:
      'Blank from the templates, from a pattern (add-column, add-table, change-type, extension, foreign-key, index, rename, updated-at-trigger, vector), or from the difference between head and another schema: the folder migrations/schema as it was edited, a database, or whatever a command builds in an empty one. What the difference asks for is divided into revisions that do not hold anybody up; the first is written and tried, the rest is listed. Nothing that is not blank is overwritten.',
    options: [
      { flags: '-m, --message <text>', description: 'what it does, as a person would say it' },
      { flags: '--like <pattern>', description: 'begin with a pattern; NAME/2 is its second revision' },
      { flags: '--autogenerate', description: 'write the first revision that leads from head to another schema' },
      {
        flags: '--from <schema>',
        description: "that schema: a URL, a folder, or 'cmd:…' for what a command builds (default: migrations/schema)",
      },
      { flags: '--rename <old=new...>', description: 'this has a new name: shelf.books.title=name' },
      { flags: '--no-rename', description: 'nothing else has: drop the old, add the new' },
    ],
    examples: [
      { command: 'revision -m "Add book_quality to mam.books"', explains: 'a blank one' },
      { command: 'revision -m "Index books by author" --like index', explains: 'from a pattern' },
      { command: 'revision --autogenerate -m "Add book_quality to mam.books"', explains: 'from what was edited in migrations/schema' },
      {
        command: `revision --autogenerate -m "Take over the models" --from 'cmd:python create_all.py'`,
        explains: 'from the models of an application',
      },
    ],
    load: () => import('../commands/revision.ts'),
  },
  {
    name: 'commit',
    group: 'Develop',
    summary: 'make current.sql the next revision',
    description:
      'Lays it out, proves it and revert.sql on a shadow database over the rows of the seeds (up, down and up again, with equal catalogs), writes both files and the evidence, and applies it. Whole or not at all: what fails, or is cut off, changes nothing. The shadow database is on the server of SHADOW_DATABASE_URL, else beside the database when that is on this machine, else embedded.',
    options: [
      { flags: '-m, --message <text>', description: 'what it does, as a person would say it' },
      { flags: '--irreversible <reason>', description: 'there is no way back, and why' },
    ],
    examples: [
      { command: 'commit -m "Add book_quality field for narrator matching"', explains: 'writes committed/0000NN-….sql and its revert' },
      { command: 'commit -m "Forget old sessions" --irreversible "the rows are gone"', explains: 'without a way back' },
    ],
    load: () => import('../commands/commit.ts'),
  },
  {
    name: 'uncommit',
    group: 'Develop',
    summary: 'open the last revision again',
    description:
      'Reverts it in the database, moves its SQL back to current.sql and its way back to revert.sql. Rows that would be lost are counted first. Only for a revision that nobody else has applied.',
    options: [{ flags: '--accept-data-loss', description: 'go on although rows or values would be lost' }],
    examples: [{ command: 'uncommit', explains: 'the last revision becomes current.sql' }],
    load: () => import('../commands/uncommit.ts'),
  },
  {
    name: 'amend',
    group: 'Develop',
    summary: 'open a revision that nobody else has applied, whichever it is',
    description:
      'Like uncommit, for any revision: those after it are reverted too and wait in migrations/aside until commit puts them after it again, with new hashes, each proved anew. Databases that sharedDatabases in godwit.config.json names are asked first.',
    arguments: [{ syntax: '[target]', description: 'a number, a name or a hash', completes: 'target' }],
    options: [
      { flags: '--accept-data-loss', description: 'go on although rows or values would be lost' },
      { flags: '--undo', description: 'put everything back as it was' },
    ],
    examples: [
      { command: 'amend 38', explains: 'current.sql is revision 38 again' },
      { command: 'amend --undo', explains: 'never mind' },
    ],
    load: () => import('../commands/amend.ts'),
  },
  {
    name: 'lint',
    group: 'Develop',
    summary: 'what a revision must not do while the application runs',
    description:
      'Needs no database. Each finding has its place, the locks that are taken and what they block, and the safe form as SQL; docs/lint.md lists the rules. Exits 0 when there are warnings at most, 2 when there are errors.\nA line `-- godwit:ignore RULE: reason` above a statement takes a finding away; for committed files that is in godwit.config.json.',
    arguments: [{ syntax: '[files...]', description: 'files or folders of SQL (default: current.sql and revert.sql)' }],
    options: [
      { flags: '--all', description: 'every revision with its way back, and the one being written' },
      { flags: '--since <ref>', description: 'the revisions that were added or changed since a branch or commit' },
      { flags: '--format <format>', description: 'text, json, or github for annotations in a pull request (text)' },
      { flags: '--fix', description: 'write FOREIGN KEY and CHECK as NOT VALID in the revision being written' },
    ],
    examples: [
      { command: 'lint', explains: 'the revision being written' },
      { command: 'lint --fix', explains: 'and mend what can be mended' },
      { command: 'lint --since origin/main --format github', explains: 'in a pull request' },
    ],
    load: () => import('../commands/lint.ts'),
  },
  {
    name: 'merge',
    group: 'Develop',
    summary: 'put your revisions after those of another branch',
    description:
      'For a history with two heads, after git merge or git rebase, also while files are in conflict. What Git finds in the branch of others stays; yours get the next numbers and new hashes, are proved again, and say which hashes they had (--! Replaces), so that databases that have applied them follow with their next upgrade. Tables and functions that both sides touch are named. Whole or not at all; no database is changed.',
    arguments: [
      {
        syntax: '[heads...]',
        description: 'the heads that are meant, or the word heads for all of them (default: all)',
        completes: 'target',
      },
    ],
    options: [
      { flags: '--onto <ref>', description: 'the branch or commit that has theirs (default: origin/HEAD, origin/main, main)' },
      { flags: '--mine <revision>', description: 'a revision of your side, where Git cannot tell' },
      { flags: '-m, --message <text>', description: 'for the commit in Git, which is shown at the end: no merge revision is needed' },
      { flags: '--dry-run', description: 'show what would become of which revision; change nothing' },
    ],
    examples: [
      { command: 'merge', explains: 'yours after what is in the main branch' },
      { command: 'merge --onto origin/release', explains: 'yours after what is in another one' },
      { command: 'merge -m "merge ratings and authors" 000024-add-ratings 000024-add-authors', explains: "as Alembic's merge is called" },
    ],
    load: () => import('../commands/merge.ts'),
  },
  {
    name: 'check',
    group: 'Develop',
    summary: 'look at everything that must hold before a branch is merged',
    description:
      'For CI: the chain, committed files unchanged since the branch began, nothing left uncommitted, every revision proved in one pass (up, down, up again) with its evidence, queries, schema/, the data dictionary where there is one, types, and every way back over the rows of the seeds. Needs no database of yours. Exits 2 when something is found, 1 when something could not be looked at.',
    options: [
      { flags: '--since <ref>', description: 'compare committed files with the merge base of this ref (default: the main branch)' },
      { flags: '--format <format>', description: 'text, or github: annotations at the lines of the files' },
      {
        flags: '--write',
        description:
          'write the evidence that is missing, and schema/ and the data dictionary as the revisions make them (edits in them are lost)',
      },
    ],
    examples: [
      { command: 'check', explains: 'before you push' },
      { command: 'check --since origin/main --format github', explains: 'in a workflow' },
    ],
    load: () => import('../commands/check.ts'),
  },
  {
    name: 'reset',
    group: 'Develop',
    summary: 'erase the database and apply the whole history',
    description:
      'Puts an empty database in its place, with the same owner, locale, privileges, settings and comment. Refused on one that is marked as production; on a remote host it wants --database NAME.',
    options: [{ flags: '--erase', description: 'yes, drop every row (required)' }],
    examples: [{ command: 'reset --erase', explains: 'a fresh development database' }],
    load: () => import('../commands/reset.ts'),
  },
  {
    name: 'completion',
    group: 'More',
    summary: 'print a completion script for a shell',
    arguments: [{ syntax: '<shell>', description: 'bash, zsh or fish', completes: 'shell' }],
    examples: [{ command: 'completion bash >> ~/.bashrc', explains: 'commands, options and revision names' }],
    load: () => import('../commands/completion.ts'),
  },
];

/** Commands for the night shift. */
export const REPAIR: readonly CommandDefinition[] = [
  {
    name: 'repair',
    group: 'Repair',
    summary: 'settle a step outside a transaction that never said how it ended',
    description:
      'Index builds and the like are recognised: what they left is cleaned up, or they are entered in the ledger. Any other statement is shown, and you say what became of it. upgrade and downgrade do the same before they begin.',
    options: [
      { flags: '--applied', description: 'the statement has done its work: write it to the ledger' },
      { flags: '--not-applied', description: 'the statement has left nothing behind: run it again with the next upgrade' },
    ],
    examples: [
      { command: 'repair', explains: 'settle it, or show the statement that only you can judge' },
      { command: 'repair --applied', explains: 'its work is done' },
    ],
    load: () => import('../commands/repair.ts'),
  },
];
