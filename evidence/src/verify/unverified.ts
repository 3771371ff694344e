/** Why a proof, a checkpoint or a key is not accepted; `message` is the Chinese sentence shown to people. */
export class Unverified extends Error {
  override readonly name = 'Unverified';
}

/** A refusal as data: the verifier never throws at the person holding a receipt. */
export interface Refused {
  readonly ok: false;
  /** One Chinese sentence. */
  readonly reason: string;
}

/**
 * Runs a check; what it throws as {@link Unverified} becomes a refusal. Other errors are faults of the
 * program and go on up: hidden as a refusal they would blame the holder's paper.
 */
export async function refusing<T>(check: () => Promise<T>): Promise<T | Refused> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Unverified) return { ok: false, reason: error.message };
    throw error;
  }
}
