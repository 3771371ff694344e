import { commonPieces } from './common-passwords.ts';

/** Whose password it is to be: what everybody knows of them is no secret. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
  /** Full and short name of the agency, as far as they are known. */
  readonly agency: readonly string[];
}

export interface PasswordFault {
  readonly title: string;
  readonly remedy: string;
}

const shortest = 12;
const longest = 200;
/** What remains beside common pieces must be at least so long: otherwise the pieces are all there is to guess. */
const leastOwn = 5;

/**
 * What speaks against a password, or nothing. Length and what can be guessed count; kinds of characters do not, since
 * asking for them only makes people write the same word with a capital and an exclamation mark.
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const length = [...password].length;
  if (length < shortest)
    return {
      title: '口令太短',
      remedy: `口令至少 ${shortest} 个字符，现在是 ${length} 个。几个不相干的词连在一起就够长，也好记`,
    };
  if (length > longest)
    return { title: '口令太长', remedy: `口令至多 ${longest} 个字符，现在是 ${length} 个` };
  const plain = plainly(password);
  const known = [
    ['登录名', owner.login] as const,
    ['姓名', owner.name] as const,
    ...owner.agency.map((name) => ['机关名称', name] as const),
  ].find(([, text]) => plainly(text).length >= 2 && plain.includes(plainly(text)));
  if (known !== undefined)
    return { title: `口令里有${known[0]}`, remedy: `去掉${known[0]}，换成别人想不到的词` };
  if ([...own(plain)].length < leastOwn)
    return {
      title: '口令太常见',
      remedy: '不要只用连续、重复的字符或者常见的词；几个不相干的词连在一起就好记又难猜',
    };
  return undefined;
}

/** As a guesser sees it: without capitals, spaces, and what is only put between. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._\-@#!*+,;:，。！、]/gu, '');
}

/** What is left of a password when all that is common, repeated or in a row is taken out. */
function own(plain: string): string {
  let left = unit([...plain]).join('');
  for (const piece of commonPieces) left = left.replaceAll(plainly(piece), ' ');
  return withoutRows([...left])
    .join('')
    .replaceAll(' ', '');
}

/** The shortest beginning of which the whole is a repetition. */
function unit(characters: readonly string[]): readonly string[] {
  for (let size = 1; size <= characters.length / 2; size++)
    if (characters.every((one, at) => one === characters[at % size])) return characters.slice(0, size);
  return characters;
}

/** Takes out rows of three or more that go up, down or nowhere: 1234, cba, 999. After 9 comes 0. */
function withoutRows(characters: readonly string[]): string[] {
  const kept: string[] = [];
  for (let from = 0; from < characters.length; ) {
    const length = rowAt(characters, from);
    kept.push(length >= 3 ? ' ' : (characters[from] ?? ''));
    from += length >= 3 ? length : 1;
  }
  return kept;
}

/** How many characters from here on make one row. */
function rowAt(characters: readonly string[], from: number): number {
  const step = stepOf(characters, from);
  let length = 1;
  if (step !== undefined) while (stepOf(characters, from + length - 1) === step) length++;
  return length;
}

function stepOf(characters: readonly string[], at: number): number | undefined {
  const [here, next] = [characters[at], characters[at + 1]];
  if (here === undefined || next === undefined) return undefined;
  if (here === '9' && next === '0') return 1;
  if (here === '0' && next === '9') return -1;
  const step = (next.codePointAt(0) ?? 0) - (here.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1 ? step : undefined;
}
