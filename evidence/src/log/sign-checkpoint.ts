import { formatTreeHead, type TreeHead } from '../verify/checkpoint.ts';
import { formatNote } from '../verify/note.ts';
import { utf8 } from '../verify/platform.ts';
import type { Signer } from './signer.ts';

/** The log's signed statement of its size and root (C2SP tlog-checkpoint). */
export function signCheckpoint(head: TreeHead, signer: Signer): string {
  const body = formatTreeHead(head);
  const line = { name: signer.name, keyId: signer.keyId, signature: signer.sign(utf8(body)) };
  return formatNote({ body, signatures: [line] });
}
