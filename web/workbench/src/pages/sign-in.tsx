import type { DemoRoles, Me } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Failure, type Reply, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';
import { useTitle } from '../parts/use-title.ts';

interface SignInProps {
  readonly expired: boolean;
  readonly onSignedIn: (me: Me) => void;
}

/** Sign-in; in demonstration mode with the people of the story below it. */
export function SignIn({ expired, onSignedIn }: SignInProps): ReactNode {
  useTitle('登录');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const [demo, setDemo] = useState<DemoRoles>();
  const said = useRef<HTMLDivElement>(null);

  useEffect(() => {
    request<DemoRoles>('GET', '/api/demo/roles').then((reply) => {
      if (reply.ok) setDemo(reply.value); // 404 = not a demonstration; other faults show on signing in
    });
  }, []);
  useEffect(() => {
    if (failure !== undefined) said.current?.focus();
  }, [failure]);

  async function enter(who: string, ask: Promise<Reply<Me>>): Promise<void> {
    setBusy(who);
    setFailure(undefined);
    const reply = await ask;
    setBusy(undefined);
    if (reply.ok) onSignedIn(reply.value);
    else setFailure(reply.failure);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    enter('form', request<Me>('POST', '/api/session', { login: login.trim(), password }));
  }

  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <p className="sign-in-brand">照章</p>
        <h1>执法工作台</h1>
        {expired ? (
          <p className="notice notice-warn">登录已过期，请重新登录。填写中的内容保留在本机。</p>
        ) : null}
        {failure === undefined ? null : (
          <div ref={said} className="notice notice-danger" role="alert" tabIndex={-1}>
            <strong>{wordsOfSignIn(failure).title}</strong>
            <p>{wordsOfSignIn(failure).detail}</p>
          </div>
        )}
        <form onSubmit={submit}>
          <label htmlFor="login">账号</label>
          <Input
            id="login"
            name="username"
            autoComplete="username"
            required
            maxLength={60}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
          <label htmlFor="password">密码</label>
          <Input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="primary" htmlType="submit" block loading={busy === 'form'}>
            登录
          </Button>
        </form>
        {demo === undefined ? null : (
          <section className="demo-roles" aria-labelledby="demo-title">
            <h2 id="demo-title">演示：选择一人进入</h2>
            <ul>
              {demo.roles.map((role) => (
                <li key={role.login}>
                  <Button
                    block
                    loading={busy === role.login}
                    onClick={() =>
                      enter(
                        role.login,
                        request<Me>('POST', '/api/demo/session', { login: role.login, token: demo.token }),
                      )
                    }
                  >
                    <span className="demo-name">{role.name}</span>{' '}
                    <span className="second">{role.title}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="small">
          <a href="/">不登录，查看公开页</a>
        </p>
      </div>
    </main>
  );
}

function wordsOfSignIn(failure: Failure): { title: string; detail: string } {
  if (failure.kind === 'problem' && failure.problem.status === 401)
    return { title: '账号或者密码不对', detail: '请核对后再试。忘记密码的，请联系本机关管理员。' };
  if (failure.kind === 'problem' && failure.problem.status === 429)
    return { title: '尝试次数过多', detail: failure.problem.detail ?? '请稍后再试。' };
  return wordsOf(failure);
}
