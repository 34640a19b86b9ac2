import { MissingTestPackage } from '../errors.ts';

/**
 * Loads an optional package, or says how to install it.
 *
 * @throws MissingTestPackage
 */
export async function loadOptional<Module>(names: readonly string[], purpose: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const { code, message }: { code?: unknown; message?: unknown } = error instanceof Error ? error : {};
    const missing = code === 'ERR_MODULE_NOT_FOUND' && typeof message === 'string' && names.some((name) => message.includes(name));
    throw missing ? new MissingTestPackage(names, purpose, error) : error;
  }
}
