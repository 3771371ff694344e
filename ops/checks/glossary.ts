import { parse } from 'yaml';
import { wordsOf } from './source.ts';
import { readTree } from './tree.ts';

interface Entry {
  readonly term: string;
  readonly also?: readonly string[];
  readonly identifier: string;
}

interface Glossary {
  readonly entries: readonly Entry[];
  readonly banned: readonly { readonly word: string; readonly use: string }[];
  readonly junk: {
    readonly rooms: readonly string[];
    readonly suffixes: readonly { readonly suffix: string; readonly use: string }[];
    readonly service: readonly string[];
  };
}

/** The project's words, from `docs/glossary.yaml`. */
export const glossary = parse(readTree('docs/glossary.yaml')) as Glossary;

const sameWord = (found: string | undefined, wanted: string) => found === wanted || found === `${wanted}s`;

const contains = (words: readonly string[], wanted: readonly string[]) =>
  words.some((_, start) => wanted.every((word, i) => sameWord(words[start + i], word)));

const banned = glossary.banned.map(({ word, use }) => ({ words: wordsOf(word), use }));
const service = glossary.junk.service.map(wordsOf);

/** What to write instead of this identifier, or undefined when nothing speaks against it. */
export function betterName(identifier: string): string | undefined {
  const words = wordsOf(identifier);
  const synonym = banned.find((ban) => contains(words, ban.words));
  if (synonym !== undefined) return synonym.use;
  const junk = glossary.junk.suffixes.find(({ suffix }) => new RegExp(`[a-z0-9]${suffix}$`).test(identifier));
  if (junk !== undefined) return junk.use;
  const layer =
    words.length > 1 && words.at(-1) === 'service' && !service.some((kind) => contains(words, kind));
  return layer ? '按它做的事命名;Service 只指送达' : undefined;
}
