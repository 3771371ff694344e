import type { DemoRoles, IdentityBegun, IdentityOffered, Me, SignInAnswer } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Failure, type Reply, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';

interface SignInProps {
  readonly expired: boolean;
  /** The first step was taken elsewhere: by an identity provider. */
  readonly codeAwaited: boolean;
  readonly onSignedIn: (me: Me) => void;
}

/** Sign-in; in demonstration mode with the people of the story below it. */
export function SignIn({ expired, codeAwaited, onSignedIn }: SignInProps): ReactNode {
  useTitle('登录');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const [demo, setDemo] = useState<DemoRoles>();
  const [awaited, setAwaited] = useState(codeAwaited);
  const [unfounded, setUnfounded] = useState(false);
  const [identity, setIdentity] = useState<string>();
  const said = useRef<HTMLDivElement>(null);

  useEffect(() => {
    request<DemoRoles>('GET', '/api/demo/roles').then((reply) => {
      if (reply.ok) setDemo(reply.value); // 404 = not a demonstration; other faults show on signing in
    });
    request<{ open: boolean }>('GET', '/api/first-administrator').then((reply) => {
      setUnfounded(reply.ok && reply.value.open);
    });
    request<IdentityOffered>('GET', '/api/identity').then((reply) => {
      if (reply.ok) setIdentity(reply.value.label);
    });
  }, []);
  useEffect(() => {
    if (failure !== undefined) said.current?.focus();
  }, [failure]);

  async function enter(who: string, ask: Promise<Reply<SignInAnswer>>): Promise<void> {
    setBusy(who);
    setFailure(undefined);
    const reply = await ask;
    setBusy(undefined);
    if (!reply.ok) setFailure(reply.failure);
    else if ('codeAwaited' in reply.value) {
      // It has done its part; asked again, it is typed again.
      setPassword('');
      setAwaited(true);
    } else onSignedIn(reply.value);
  }

  async function throughIdentity(): Promise<void> {
    setBusy('identity');
    setFailure(undefined);
    const reply = await request<IdentityBegun>('POST', '/api/identity/start', { purpose: 'sign-in' });
    if (reply.ok) window.location.assign(reply.value.address);
    else {
      setBusy(undefined);
      setFailure(reply.failure);
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    enter('form', request<SignInAnswer>('POST', '/api/session', { login: login.trim(), password }));
  }

  if (awaited)
    return (
      <main className="sign-in">
        <div className="sign-in-box">
          <p className="sign-in-brand">照章</p>
          <h1>第二重验证</h1>
          <PlainForm
            submit="登录"
            takesFocus
            fields={[
              {
                name: 'code',
                label: '验证码',
                hint: '验证器现在显示的六位数字；手机不在身边的，填一个恢复码。',
                autoComplete: 'one-time-code',
                longest: 60,
              },
            ]}
            onCancel={() => setAwaited(false)}
            onSubmit={async ({ code }) => {
              const reply = await request<Me>('POST', '/api/session/code', { code });
              if (!reply.ok) return reply.failure;
              onSignedIn(reply.value);
              return undefined;
            }}
          />
        </div>
      </main>
    );
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
          <label htmlFor="login">登录名</label>
          <Input
            id="login"
            name="username"
            autoComplete="username"
            required
            maxLength={60}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
          <label htmlFor="password">口令</label>
          <Input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1000}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="primary" htmlType="submit" block loading={busy === 'form'}>
            登录
          </Button>
        </form>
        {identity === undefined ? null : (
          <Button block loading={busy === 'identity'} onClick={throughIdentity}>
            用{identity}登录
          </Button>
        )}
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
        {unfounded ? (
          <p className="notice notice-warn">
            还没有管理员，谁也登录不了。<a href={hrefOf({ page: 'first' })}>设立首个管理员</a>
          </p>
        ) : null}
        <p className="small">
          <a href="/">不登录，查看公开页</a>
        </p>
      </div>
    </main>
  );
}

function wordsOfSignIn(failure: Failure): { title: string; detail: string } {
  if (failure.kind === 'problem' && failure.problem.status === 401)
    return { title: '登录名或者口令不对', detail: '请核对后再试。忘记口令的，请联系本机关管理员。' };
  if (failure.kind === 'problem' && failure.problem.status === 429)
    return { title: '尝试次数过多', detail: failure.problem.remedy ?? '请稍后再试。' };
  return wordsOf(failure);
}
