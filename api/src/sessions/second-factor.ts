import { Secret, TOTP } from 'otpauth';
import { randomGroups } from './one-time-password.ts';

/** What every authenticator app takes: six digits by SHA-1, a new one every thirty seconds (RFC 6238). */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A clock may be a step ahead or behind. */
const skew = 1;
const recoveryCount = 10;

/** A new secret of 160 bits, as apps take it typed in. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says: who keeps the account, and whose it is. */
export function enrolmentAddress(secret: string, agency: string, login: string): string {
  // Said once: twice as many characters would make a code too fine for old cameras.
  return new TOTP({
    ...shape,
    issuer: `照章 ${agency}`,
    issuerInLabel: false,
    label: login,
    secret,
  }).toString();
}

/** The step of the clock whose code this is, or nothing; steps grow, so that a used one is known by comparison. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const { digits, ...rest } = shape;
  const delta = TOTP.validate({
    ...rest,
    digits,
    secret: Secret.fromBase32(secret),
    token,
    timestamp: nowMs,
    window: skew,
  });
  return delta === null ? undefined : TOTP.counter({ period: shape.period, timestamp: nowMs }) + delta;
}

/** For when the telephone is lost: each opens once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () => randomGroups(3));
}

/** As it was given out, however it is typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, '');
}
