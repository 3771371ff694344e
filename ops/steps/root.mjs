import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder of the product: everything is found from here, never from the working directory. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Absolute path of something inside the product. */
export const inRoot = (...parts) => path.join(root, ...parts);
