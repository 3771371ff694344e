import type { ReactNode } from 'react';
import { request } from '../http/request.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { presentPassword } from './present-password.ts';

/** Said before the first attempt: what the rules are is no secret. */
export const passwordHint =
  '至少 12 个字符，不含登录名、姓名和机关名称。几个不相干的词连在一起就好记又难猜，不必有大小写和符号。';

/** One's own password, by the present one. */
export function PasswordForm({
  done,
  submit = '改口令',
}: {
  readonly done: () => void;
  readonly submit?: string;
}): ReactNode {
  return (
    <PlainForm
      submit={submit}
      fields={[
        presentPassword('present'),
        {
          name: 'password',
          label: '新口令',
          hint: passwordHint,
          secret: true,
          autoComplete: 'new-password',
          longest: 1000,
        },
        { name: 'again', label: '再输入一遍', secret: true, autoComplete: 'new-password', longest: 1000 },
      ]}
      check={differs}
      onSubmit={async ({ present, password }) => {
        const reply = await request('POST', '/api/password', { present, password });
        if (!reply.ok) return reply.failure;
        done();
        return undefined;
      }}
    />
  );
}

/** Two inputs of the same password; a slip in what nobody sees would lock out. */
export function differs(typed: Readonly<Record<string, string>>) {
  return typed['password'] === typed['again']
    ? undefined
    : { field: 'again', title: '两遍输入的不一样', detail: '再输入一遍，与新口令相同。' };
}
