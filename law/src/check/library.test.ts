import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';
import { checkLibrary } from './check-library.ts';

it('现有的法律没有问题', async () => {
  const library = await readLibrary(fileURLToPath(new URL('../../', import.meta.url)));
  expect(checkLibrary(library).map(faultSentence)).toEqual([]);
  expect(library.packs.size).toBeGreaterThan(4);
});
