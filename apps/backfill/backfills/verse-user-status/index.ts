import { defineBackfill } from '@godwit/backfill';

export default defineBackfill({
  about: 'status holds what status_old held',
  table: 'verse.users',
  after: '000038-add-status-beside-status_old-in-verse-users',
  until: '000039-drop-status_old-of-verse-users',
});
