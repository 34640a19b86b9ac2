import type { ShelfUsers } from '@godwit/queries/tables';
import { instant } from '../moments.ts';

const names = [
  'marguerite',
  'tomas.novak',
  'aiko_田中',
  'o_brien',
  'ingrid-dahl',
  'samuel',
  'fatima.z',
  'joão',
  'wren',
  'petra',
  'old_librarian',
  'theo',
] as const;

/** Nobody can log in: the hash is of no algorithm. */
export const users: readonly ShelfUsers[] = names.map((username, index) => ({
  id: index + 1,
  username,
  email: `reader${index + 1}@shelf.example.org`,
  password_hash: 'seed account, login disabled',
  created_at: instant('2024-09-05', index * 1_913),
  role: username === 'old_librarian' ? 'admin' : 'user',
}));
