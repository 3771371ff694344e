import { createHash, createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The key under which an agency's identity data lie; destroying it destroys them and leaves the events whole. */
export interface AgencyKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Keys of agencies, each a file of its own readable by the server alone, made when first needed. */
export function agencyKeys(secretsDir: string): (agency: string) => AgencyKey {
  const known = new Map<string, AgencyKey>();
  return (agency) => {
    const found = known.get(agency);
    if (found !== undefined) return found;
    mkdirSync(secretsDir, { recursive: true, mode: 0o700 });
    const key = keyFile(fileOf(secretsDir, agency));
    known.set(agency, key);
    return key;
  };
}

/** The key of an agency as it lies there, for whoever verifies: a key made now would open nothing. */
export function keptAgencyKey(secretsDir: string, agency: string): AgencyKey | undefined {
  const bytes = readKey(fileOf(secretsDir, agency));
  return bytes === undefined ? undefined : keyOf(bytes);
}

function fileOf(secretsDir: string, agency: string): string {
  return join(secretsDir, `agency-${createHash('sha256').update(agency).digest('hex').slice(0, 16)}.key`);
}

/** The key in a file, made there when it is first needed. */
export function keyFile(file: string): AgencyKey {
  return keyOf(readKey(file) ?? createKey(file));
}

function keyOf(bytes: Buffer): AgencyKey {
  if (bytes.length !== 32) throw new Error('密钥文件已损坏，请从备份恢复');
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

function readKey(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/**
 * On disk and under its name before anything is sealed with it: a crash leaves either no key or the whole one, and no
 * ciphertext whose key could be lost with the power.
 */
function createKey(file: string): Buffer {
  const bytes = randomBytes(32);
  const draft = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(draft, `${bytes.toString('hex')}\n`);
    fsyncSync(draft);
  } finally {
    closeSync(draft);
  }
  renameSync(`${file}.new`, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return bytes;
}

/** Keyed digest: for comparing what was sent without keeping anything that could be guessed from the digest. */
export function keyedDigest(key: AgencyKey, text: string): string {
  return createHmac('sha256', key.bytes).update(text).digest('hex');
}
