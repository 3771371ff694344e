import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
    const key = keyOf(
      join(secretsDir, `agency-${createHash('sha256').update(agency).digest('hex').slice(0, 16)}.key`),
    );
    known.set(agency, key);
    return key;
  };
}

function keyOf(file: string): AgencyKey {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  } catch {
    bytes = randomBytes(32);
    writeFileSync(file, `${bytes.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  if (bytes.length !== 32) throw new Error('机关密钥文件已损坏，请从备份恢复');
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

/** Keyed digest: for comparing what was sent without keeping anything that could be guessed from the digest. */
export function keyedDigest(key: AgencyKey, text: string): string {
  return createHmac('sha256', key.bytes).update(text).digest('hex');
}
