import { createHash, randomBytes } from 'node:crypto';
import { actDefinitions } from '@zhaozhang/core';
import type { Act, FieldMap, Law } from '@zhaozhang/core';
import type { NewSealed } from '@zhaozhang/store';
import { ulid } from 'ulid';
import type { AgencyKey } from './agency-key.ts';
import { decryptText, encryptText } from './authenticated.ts';

/** An act with its identity data taken out, and the ciphertexts to store beside its events. */
export interface SealedAct {
  readonly act: Act;
  readonly sealed: readonly NewSealed[];
}

/**
 * Takes the secret fields out of an act. The event keeps a reference and a digest salted with bytes that lie only in
 * the ciphertext: whoever has the events but not the key cannot even try out numbers.
 */
export function sealAct(act: Act, law: Law, key: AgencyKey): SealedAct {
  const sealed: NewSealed[] = [];
  const hide = (record: FieldMap): FieldMap =>
    Object.fromEntries(
      Object.entries(record).map(([id, value]) => {
        if (law.fields[id]?.secret !== true || typeof value !== 'string') return [id, value];
        const { ref, digest, ciphertext } = encrypt(value, key);
        sealed.push({ ref, subject: act.stream, keyId: key.id, ciphertext });
        return [id, { sealed: ref, digest }];
      }),
    );
  const record = hide(act.record);
  let input = act.input;
  for (const part of actDefinitions.get(act.name)?.parts?.(act) ?? [])
    input = withRecord(input, part.path.split('.').slice(1), hide(part.record));
  if (act.name === correction) input = withCorrected(input, hide);
  return { act: { ...act, input, record }, sealed };
}

const correction = 'case.correct-entry';

/** A correction names fields by their path in the entry: what is secret there is secret here. */
function withCorrected(input: unknown, hide: (record: FieldMap) => FieldMap): unknown {
  const { fields, ...rest } = input as { readonly fields: FieldMap };
  const hidden = Object.entries(fields).map(([path, value]) => {
    if (!path.startsWith(ofRecord)) return [path, value] as const;
    const id = path.slice(ofRecord.length);
    return [path, hide({ [id]: value })[id] ?? value] as const;
  });
  return { ...rest, fields: Object.fromEntries(hidden) };
}

const ofRecord = 'record.';

function withRecord(value: unknown, path: readonly string[], record: FieldMap): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return record;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === head ? withRecord(item, rest, record) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [head]: withRecord(object[head], rest, record) };
}

function encrypt(text: string, key: AgencyKey): { ref: string; digest: string; ciphertext: Buffer } {
  const ref = ulid();
  const salt = randomBytes(16).toString('hex');
  return {
    ref,
    digest: saltedDigest(salt, text),
    ciphertext: encryptText(key.bytes, JSON.stringify({ salt, text }), ref),
  };
}

/** Opens a sealed text. Bound to its reference: a ciphertext moved to another place does not open. */
export function openSealedText(ref: string, ciphertext: Uint8Array, key: AgencyKey): string {
  return opened(ref, ciphertext, key).text;
}

/** The same text under another key: salt and reference stay, so that the event goes on naming it and its digest holds. */
export function sealedUnder(
  { ref, subject, ciphertext }: Pick<NewSealed, 'ref' | 'subject' | 'ciphertext'>,
  from: AgencyKey,
  to: AgencyKey,
): NewSealed {
  return {
    ref,
    subject,
    keyId: to.id,
    ciphertext: encryptText(to.bytes, decryptText(from.bytes, ciphertext, ref), ref),
  };
}

/** Whether a ciphertext opens and holds what the event that refers to it digested. */
export function isSealedAs(ref: string, digest: string, ciphertext: Uint8Array, key: AgencyKey): boolean {
  try {
    const { salt, text } = opened(ref, ciphertext, key);
    return saltedDigest(salt, text) === digest;
  } catch {
    return false;
  }
}

function opened(ref: string, ciphertext: Uint8Array, key: AgencyKey): { salt: string; text: string } {
  return JSON.parse(decryptText(key.bytes, ciphertext, ref)) as { salt: string; text: string };
}

function saltedDigest(salt: string, text: string): string {
  return `sha256:${createHash('sha256').update(`${salt}${text}`).digest('hex')}`;
}
