export {
  type BlobReader,
  type BlobStore,
  openBlobStore,
  type PutOptions,
  readBlobs,
  type Stored,
} from './blobs/blob-store.ts';
export { BlobAltered, BlobMissing, BlobTooLarge, DigestMismatch, InvalidDigest } from './blobs/errors.ts';
export { replaceFile } from './durable/replace-file.ts';
export { syncDirectory } from './durable/sync-directory.ts';
export { type AuditOptions, auditLog } from './log/audit.ts';
export type { AuditReport, Finding, FindingKind, OnProgress } from './log/audit-report.ts';
export { addCosignature, cosign } from './log/cosign.ts';
export { LogDamaged, LogRefused, SignerUnusable } from './log/errors.ts';
export { type Log, openLog, type ProofOptions } from './log/log.ts';
export { loadOrCreateSigner, type Signer } from './log/signer.ts';
export { SIGNATURE_TYPE, type SignatureType } from './verify/verifier-key.ts';
export { type LogReader, readLog } from './log/read-log.ts';
