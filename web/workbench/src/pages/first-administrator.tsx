import type { AccountMade } from '@zhaozhang/api/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { differs, passwordHint } from '../account/password-form.tsx';
import { type Failure, request } from '../http/request.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';

type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'open' }
  | { readonly is: 'shut' }
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** The first administrator of an agency, by the token printed where the server was started. */
export function FirstAdministratorPage(): ReactNode {
  useTitle('设立首个管理员');
  const [standing, setStanding] = useState<Standing>({ is: 'asking' });
  async function ask(): Promise<void> {
    setStanding({ is: 'asking' });
    const reply = await request<{ open: boolean }>('GET', '/api/first-administrator');
    setStanding(
      reply.ok ? { is: reply.value.open ? 'open' : 'shut' } : { is: 'failed', failure: reply.failure },
    );
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and again only by hand
  useEffect(() => {
    ask();
  }, []);
  return (
    <main className="sign-in">
      <div className="sign-in-box first-things">
        <p className="sign-in-brand">照章</p>
        <h1>设立首个管理员</h1>
        {body()}
      </div>
    </main>
  );

  function body(): ReactNode {
    switch (standing.is) {
      case 'asking':
        return <Loading what="设立的情况" rows={3} />;
      case 'failed':
        return <Failed failure={standing.failure} retry={ask} />;
      case 'shut':
        return (
          <>
            <p>管理员已经设立，这里不再开放。其他账户由管理员在「账户管理」里开设。</p>
            <p>
              <a href={hrefOf({ page: 'worklist' })}>去登录</a>
            </p>
          </>
        );
      case 'done':
        return (
          <>
            <p className="notice notice-good" role="status">
              机关和管理员已经设立。
            </p>
            <p>接着登录：先设置第二重验证，再登记机构、人员，开设其他人的账户。</p>
            <p>
              <a className="button-link" href={hrefOf({ page: 'worklist' })}>
                去登录
              </a>
            </p>
          </>
        );
      case 'open':
        return (
          <PlainForm
            submit="设立"
            check={differs}
            fields={[
              {
                name: 'token',
                label: '一次性令牌',
                hint: '启动服务的窗口里打印着。重新启动之后换一个。',
              },
              { name: 'agency.name', label: '机关名称', hint: '全称，与公章一致。', longest: 60 },
              {
                name: 'agency.shortName',
                label: '机关代字',
                hint: '文号里代表机关的字，如某市民政局的「某民」。',
                longest: 10,
              },
              {
                name: 'agency.id',
                label: '机关编号',
                hint: '只在系统内部用，设立之后不能改：小写字母开头，由小写字母、数字、连字符组成，2 至 40 个。',
                longest: 40,
              },
              { name: 'name', label: '管理员姓名', autoComplete: 'name', longest: 30 },
              {
                name: 'login',
                label: '登录名',
                hint: '小写字母开头，由小写字母、数字、点、下划线、连字符组成，3 至 60 个。',
                autoComplete: 'username',
                longest: 60,
              },
              {
                name: 'password',
                label: '口令',
                hint: passwordHint,
                secret: true,
                autoComplete: 'new-password',
                longest: 1000,
              },
              {
                name: 'again',
                label: '再输入一遍口令',
                secret: true,
                autoComplete: 'new-password',
                longest: 1000,
              },
            ]}
            onSubmit={async (typed) => {
              const reply = await request<AccountMade>('POST', '/api/first-administrator', {
                token: typed['token']?.trim(),
                agency: {
                  id: typed['agency.id']?.trim(),
                  name: typed['agency.name'],
                  shortName: typed['agency.shortName'],
                },
                name: typed['name'],
                login: typed['login']?.trim(),
                password: typed['password'],
              });
              if (!reply.ok) return reply.failure;
              setStanding({ is: 'done' });
              return undefined;
            }}
          />
        );
    }
  }
}
