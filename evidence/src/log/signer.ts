import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { syncDirectory } from '../durable/sync-directory.ts';
import { writeAll } from '../durable/write-all.ts';
import { fromBase64, toBase64 } from '../verify/base64.ts';
import { hex } from '../verify/bytes.ts';
import {
  formatVerifierKey,
  isKeyName,
  keyIdMaterial,
  SIGNATURE_TYPE,
  type SignatureType,
} from '../verify/verifier-key.ts';
import { SignerUnusable } from './errors.ts';

/** Who signs: the log itself, or a witness (its cosignatures have another type and another key id). */
export interface Signer {
  readonly name: string;
  readonly type: SignatureType;
  /** Four bytes that name the key in a signature line. */
  readonly keyId: Uint8Array;
  /** Public key in verifier-key form: to be published. */
  readonly verifierKey: string;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/** DER around the 32 secret bytes of an Ed25519 key (RFC 8410): Node imports no bare seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_SIZE = 32;

/** Makes a signer of 32 secret bytes. */
export function signerOf(seed: Uint8Array, name: string, type: SignatureType = SIGNATURE_TYPE.log): Signer {
  if (!isKeyName(name)) throw new SignerUnusable('签名者名称不能为空，也不能含空格或加号');
  const secret: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_SIZE);
  const keyId = createHash('sha256')
    .update(keyIdMaterial(name, type, publicKey))
    .digest()
    .subarray(0, 4);
  return {
    name,
    type,
    keyId,
    verifierKey: formatVerifierKey({ name, id: keyId, type, publicKey }),
    sign: (message) => sign(null, message, secret),
  };
}

/** Writes a secret key in the form of Go's note package, so that other people's tools can use it. */
function formatSecret(seed: Uint8Array, signer: Signer): string {
  const material = toBase64(Buffer.concat([Buffer.of(signer.type), seed]));
  return `PRIVATE+KEY+${signer.name}+${hex(signer.keyId)}+${material}\n`;
}

function parseSecret(text: string, file: string, name: string, type: SignatureType): Signer {
  const match = /^PRIVATE\+KEY\+([^+\n]+)\+([0-9a-f]{8})\+([^\n]+)\n?$/u.exec(text);
  const material = fromBase64(match?.[3] ?? '');
  if (material?.length !== 33) throw new SignerUnusable(`签名密钥文件格式不正确：${file}`);
  if (match?.[1] !== name)
    throw new SignerUnusable(`签名密钥属于「${match?.[1] ?? ''}」，不是「${name}」：${file}`);
  if (material[0] !== type) throw new SignerUnusable(`签名密钥的种类不符（日志与见证人不能互用）：${file}`);
  const signer = signerOf(material.subarray(1), name, type);
  if (hex(signer.keyId) !== match[2]) throw new SignerUnusable(`签名密钥文件的编号与内容不符：${file}`);
  return signer;
}

/** Creates the key file unless there is one already; two processes starting at once end with one key. */
async function createSecret(file: string, name: string, type: SignatureType): Promise<void> {
  const seed = randomBytes(32);
  const draft = `${file}.${hex(randomBytes(8))}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await writeAll(handle, Buffer.from(formatSecret(seed, signerOf(seed, name, type))));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  // A checkpoint signed by a key that a power failure then takes away could never be continued.
  await syncDirectory(dirname(resolve(file)));
}

/**
 * The signing key kept in a file; made at first start with mode 0600. The directory must exist.
 * @param name key name; for a log the origin of its checkpoints
 * @param type what it signs; a log by default
 * @throws SignerUnusable when others may read the file, or it holds something else
 */
export async function loadOrCreateSigner(
  file: string,
  name: string,
  type: SignatureType = SIGNATURE_TYPE.log,
): Promise<Signer> {
  const handle = await open(file, 'r').catch(async (error: unknown) => {
    if (!isErrno(error, 'ENOENT')) throw error;
    await createSecret(file, name, type);
    return open(file, 'r');
  });
  try {
    const { mode } = await handle.stat();
    if ((mode & 0o077) !== 0) {
      throw new SignerUnusable(
        `签名密钥文件可被他人读取，已拒绝使用：请更换密钥，或确认未泄露后将权限改为 0600:${file}`,
      );
    }
    return parseSecret(await handle.readFile('utf8'), file, name, type);
  } finally {
    await handle.close();
  }
}
