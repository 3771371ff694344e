import type { Noted, OfAccount } from './accounts.ts';
import type { Connections } from './pool.ts';

/** A second factor as it lies in the store: the secret is ciphertext. */
export interface StoredFactor {
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
  readonly confirmed: boolean;
  /** Recovery codes not yet used. */
  readonly leftCodes: number;
}

/** What is asked for beside the password. */
export function secondFactors(app: Connections) {
  const told = async (name: string, payload: object): Promise<boolean> => {
    const [row] = await app.query<{ answer: boolean }>(`select auth.${name}($1) as answer`, [
      JSON.stringify(payload),
    ]);
    return row?.answer === true;
  };
  return {
    async secondFactor(agency: string, account: string): Promise<StoredFactor | undefined> {
      const [row] = await app.query<StoredFactor>(
        `select f.key_id as "keyId", f.ciphertext, f.confirmed, f.left_codes as "leftCodes"
         from auth.second_factor_of($1, $2) f`,
        [agency, account],
      );
      return row;
    },
    /** Keeps a secret that is still to be confirmed. False when there is a confirmed one. */
    putSecondFactor(
      factor: OfAccount & { readonly keyId: string; readonly ciphertext: string },
    ): Promise<boolean> {
      return told('second_factor_put', factor);
    },
    /** From now on it is asked for; all sessions but the one to keep end. False when that secret is no longer the one. */
    confirmSecondFactor(
      factor: OfAccount &
        Noted & {
          readonly ciphertext: string;
          readonly step: number;
          readonly recovery: readonly string[];
          readonly keep: string;
        },
    ): Promise<boolean> {
      return told('second_factor_confirm', factor);
    },
    /** False when the step, or a later one, has been used. */
    async useStep(agency: string, account: string, step: number): Promise<boolean> {
      const [row] = await app.query<{ used: boolean }>('select auth.second_factor_use($1, $2, $3) as used', [
        agency,
        account,
        step,
      ]);
      return row?.used === true;
    },
    /** False when there is no such code, or it has been used. */
    async useRecoveryCode(agency: string, account: string, digest: string): Promise<boolean> {
      const [row] = await app.query<{ used: boolean }>('select auth.recovery_code_use($1, $2, $3) as used', [
        agency,
        account,
        digest,
      ]);
      return row?.used === true;
    },
    dropSecondFactor(change: OfAccount & Noted): Promise<boolean> {
      return told('second_factor_drop', change);
    },
  };
}
