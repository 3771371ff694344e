import { cosignedMessage, openCosignatures, timestamped } from '../verify/cosignature.ts';
import { formatNote, formatSignatureLine, parseNote, parseSignatureLine } from '../verify/note.ts';
import { Unverified } from '../verify/unverified.ts';
import { SIGNATURE_TYPE } from '../verify/verifier-key.ts';
import { SignerUnusable } from './errors.ts';
import type { Signer } from './signer.ts';

/**
 * A witness's signature line for a checkpoint (C2SP tlog-cosignature, Ed25519). The witness must first have
 * verified the log's signature and the consistency with the last checkpoint it cosigned: that is the whole
 * of what the line says.
 * @param time seconds since 1970-01-01T00:00:00Z
 */
export function cosign(checkpoint: string, witness: Signer, time: number): string {
  if (witness.type !== SIGNATURE_TYPE.cosignature) throw new SignerUnusable('日志密钥不能用于见证');
  const { body } = parseNote(checkpoint);
  const signature = timestamped(time, witness.sign(cosignedMessage(body, time)));
  return formatSignatureLine({ name: witness.name, keyId: witness.keyId, signature });
}

/**
 * The checkpoint with a witness's line added; the same line twice changes nothing.
 * @param line as {@link cosign} or a witness's answer gives it, with or without newline
 * @param witness verifier key of the witness
 * @throws Unverified when the line is not this witness's valid signature on this checkpoint
 */
export async function addCosignature(checkpoint: string, line: string, witness: string): Promise<string> {
  const note = parseNote(checkpoint);
  const added = parseSignatureLine(line.replace(/\n$/, ''));
  const found = await openCosignatures({ body: note.body, signatures: [added] }, [witness]);
  if (found.length === 0) throw new Unverified('签名行不是此见证人的');
  const text = formatSignatureLine(added);
  const present = note.signatures.some((other) => formatSignatureLine(other) === text);
  return present ? checkpoint : formatNote({ body: note.body, signatures: [...note.signatures, added] });
}
