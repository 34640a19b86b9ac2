/** A test of paths: in the pattern `*` stands for anything but a slash, and backslashes are slashes. */
export function pathPattern(pattern: string): (path: string) => boolean {
  const words = slashes(pattern)
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]]/g, '\\$&'));
  const expression = new RegExp(`^(?:\\./)?${words.join('[^/]*')}$`);
  return (path) => expression.test(slashes(path));
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
