interface SearchPathSettings {
  readonly searchPath?: string | undefined;
  readonly pgSettings?: Readonly<Record<string, string>> | undefined;
}

/** The search path that a step begins with: that of pgSettings, which are set last, else the one given, else `public`. */
export function searchPathOf({ searchPath = 'public', pgSettings = {} }: SearchPathSettings): string {
  return pgSettings.search_path ?? searchPath;
}

/** The schemas of a search path as SQL writes it: `"App", public`. */
export function schemasOf(searchPath: string): readonly string[] {
  return [...searchPath.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '',
  );
}
