import { fromBase64, toBase64 } from './base64.ts';
import { concat } from './bytes.ts';
import { Unverified } from './unverified.ts';
import { isKeyName } from './verifier-key.ts';

/** One signature line of a note. */
export interface SignatureLine {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signed note (C2SP signed-note), not yet verified. */
export interface Note {
  /** The signed text, with its last newline. */
  readonly body: string;
  readonly signatures: readonly SignatureLine[];
}

/** Bound on work for a note from a stranger; the format asks that at least 16 be accepted. */
const MOST_SIGNATURES = 100;

/** Writes one signature line, with its newline. It begins with an em dash: serve notes as UTF-8. */
export function formatSignatureLine(line: SignatureLine): string {
  return `\u2014 ${line.name} ${toBase64(concat(line.keyId, line.signature))}\n`;
}

/**
 * Reads one signature line without its newline.
 * @throws Unverified when malformed
 */
export function parseSignatureLine(text: string): SignatureLine {
  const [dash, name, encoded, ...rest] = text.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (dash !== '\u2014' || name === undefined || !isKeyName(name) || rest.length > 0) {
    throw new Unverified('签名行格式不正确');
  }
  if (bytes === undefined || bytes.length < 5) throw new Unverified('签名行的编码不正确');
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/**
 * Splits a note into text and signatures, at its last empty line.
 * @throws Unverified when malformed
 */
export function parseNote(text: string): Note {
  if (/[^\P{Cc}\n]/u.test(text)) throw new Unverified('检查点含有控制字符');
  const split = text.lastIndexOf('\n\n');
  if (split < 0 || !text.endsWith('\n')) throw new Unverified('检查点缺少签名');
  const lines = text.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new Unverified('检查点的签名过多');
  return { body: text.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/** Writes a note. */
export function formatNote(note: Note): string {
  return `${note.body}\n${note.signatures.map(formatSignatureLine).join('')}`;
}
