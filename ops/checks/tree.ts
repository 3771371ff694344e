import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Made by tools, never part of the tree; the same names as in .gitignore. */
const MADE = new Set(['node_modules', 'dist', 'data', 'coverage']);

/** Names at the top that begin with a dot and belong to us. */
const DOTTED = new Set(['.ci', '.gitignore', '.npmrc', '.oxlintrc.json', '.dependency-cruiser.cjs']);

/**
 * Every file of the tree, as sorted paths from the root. Git is not asked: the checks must also hold for an
 * unpacked archive.
 */
export function filesOfTree(): readonly string[] {
  const visit = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (MADE.has(entry.name) || (entry.name.startsWith('.') && !DOTTED.has(file))) return [];
      if (entry.isDirectory()) return visit(file);
      return entry.isFile() ? [file] : [];
    });
  return visit('').sort();
}

/** Folders inside rooms whose name .gitignore would swallow, so that their files never reach a commit. */
export function swallowedFolders(): readonly string[] {
  const visit = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      const inner = `${folder}/${entry.name}`;
      return MADE.has(entry.name) ? [inner] : visit(inner);
    });
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !MADE.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap((entry) => visit(entry.name));
}

/** The text of a file of the tree. */
export const readTree = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Whether a file holds text we can search; the others are pictures and fonts. */
export const isText = (file: string): boolean =>
  !/\.(png|jpe?g|webp|gif|ico|woff2?|ttf|otf|pdf|zip|gz|bin)$/.test(file);
