import type { PlainField } from '../parts/plain-form.tsx';

/** The password asked once more before anything about the account is changed; `name` as the server calls it there. */
export function presentPassword(name: string): PlainField {
  return { name, label: '现在的口令', secret: true, autoComplete: 'current-password', longest: 1000 };
}
