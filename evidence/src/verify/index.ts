export { type TreeHead, verifyCheckpoint } from './checkpoint.ts';
export { verifyConsistency } from './consistency.ts';
export type { Cosignature, WitnessPolicy } from './cosignature.ts';
export { formatProof, type ProofText, parseProof } from './proof-text.ts';
export { type Refused, Unverified } from './unverified.ts';
export { type Included, verifyProof } from './verify-proof.ts';
