import { MissingPackage } from './errors.ts';

/**
 * Loads an optional package, or says how to install it.
 *
 * @throws MissingPackage
 */
export async function loadOptional<Module>(packageName: string, purpose: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(packageName)) {
      throw new MissingPackage(packageName, purpose, error);
    }
    throw error;
  }
}
