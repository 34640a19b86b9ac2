/**
 * Says which server the tests of this run use, once, before the first of them: `GODWIT_TEST_DATABASE_URL` when it is set.
 */
export default function setup(): void {
  const url = process.env.GODWIT_TEST_DATABASE_URL;
  if (url) process.env.GODWIT_TEST_SERVER_URL = url;
}
