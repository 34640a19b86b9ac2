declare module 'squawk-cli/js/index.js' {
  /** @throws Error when there is no binary for this platform, or it was not installed */
  export function getBinaryPath(): string;
}
