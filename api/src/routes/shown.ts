import { ProblemError } from '../problem.ts';
import type { Shown } from '../sessions/sessions.ts';
import { throttled } from './session.ts';

/** Goes on only when what was asked for once more was right. */
export function requireShown(shown: Shown, otherwise: ProblemError): void {
  if (shown.outcome === 'throttled') throw throttled(shown);
  if (shown.outcome === 'refused') throw otherwise;
}

/** Not 401: who is signed in stays so. */
export function wrongPassword(field: string): ProblemError {
  return new ProblemError({
    title: '现在的口令不对',
    status: 403,
    field,
    remedy: '核对后重新输入；忘记的请管理员重设',
  });
}
