import { fromBase64, toBase64 } from './base64.ts';
import { parseCount } from './count.ts';
import { ed25519Verifies } from './ed25519.ts';
import { type Note, parseNote } from './note.ts';
import { utf8 } from './platform.ts';
import { type Refused, refusing, Unverified } from './unverified.ts';
import { isBy, parseVerifierKey, SIGNATURE_TYPE } from './verifier-key.ts';

/** What a checkpoint says (C2SP tlog-checkpoint): this log, at this size, has this root. */
export interface TreeHead {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** A checkpoint whose signature by the log was verified. */
export interface Checkpoint extends TreeHead {
  readonly note: Note;
}

/** Writes the text a log signs. */
export function formatTreeHead(head: TreeHead): string {
  return `${head.origin}\n${head.size}\n${toBase64(head.root)}\n`;
}

/**
 * Reads the signed text of a checkpoint. Extension lines are refused: our logs write none, and monitors
 * cannot audit them.
 * @throws Unverified when malformed
 */
export function parseTreeHead(body: string): TreeHead {
  const [origin, sizeText, rootText, end, ...rest] = body.split('\n');
  const size = parseCount(sizeText ?? '');
  const root = fromBase64(rootText ?? '');
  if (origin === undefined || origin === '' || end !== '' || rest.length > 0) {
    throw new Unverified('检查点格式不正确');
  }
  if (size === undefined) throw new Unverified('检查点的条目数不正确');
  if (root?.length !== 32) throw new Unverified('检查点的根散列不正确');
  return { origin, size, root };
}

/**
 * Opens a checkpoint with the log's verifier key. The origin must be the key's name, so that one key cannot
 * vouch for two logs.
 * @throws Unverified
 */
export async function openCheckpoint(text: string, vkey: string): Promise<Checkpoint> {
  const key = await parseVerifierKey(vkey, SIGNATURE_TYPE.log);
  const note = parseNote(text);
  const head = parseTreeHead(note.body);
  if (head.origin !== key.name) throw new Unverified('检查点不属于此公钥的日志');
  const own = note.signatures.filter((line) => isBy(key, line));
  if (own.length === 0) throw new Unverified('检查点没有此公钥的签名');
  for (const line of own) {
    if (!(await ed25519Verifies(key.publicKey, line.signature, utf8(note.body)))) {
      throw new Unverified('检查点的签名无效：内容已被改动，或并非由此密钥签署');
    }
  }
  return { ...head, note };
}

/** Verifies a checkpoint's form and the log's signature on it. */
export function verifyCheckpoint(
  text: string,
  vkey: string,
): Promise<
  { readonly ok: true; readonly origin: string; readonly size: number; readonly root: Uint8Array } | Refused
> {
  return refusing(async () => {
    const { origin, size, root } = await openCheckpoint(text, vkey);
    return { ok: true as const, origin, size, root };
  });
}
