import type { LintFinding } from './lint-finding.ts';
import { applyEdits } from './text/edit.ts';

/** A file with the fixes of its findings. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The findings that are mended. */
  readonly findings: readonly LintFinding[];
}

/** What `--fix` makes of the files that hold the findings. Writes nothing. */
export function fixedFiles(findings: readonly LintFinding[]): readonly FixedFile[] {
  const files = new Map<string, LintFinding[]>();
  for (const finding of findings) {
    if (finding.fix.length === 0) continue;
    const own = files.get(finding.frame.file) ?? [];
    own.push(finding);
    files.set(finding.frame.file, own);
  }
  return [...files].map(([path, own]) => {
    const before = own[0]?.frame.text ?? '';
    return {
      path,
      before,
      after: applyEdits(
        before,
        own.flatMap(({ fix }) => fix),
      ),
      findings: own,
    };
  });
}
