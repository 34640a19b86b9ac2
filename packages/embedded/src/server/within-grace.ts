/** Resolves to whether the work was done within the time. */
export async function withinGrace(work: Promise<void>, graceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), graceMs);
  });
  return await Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
