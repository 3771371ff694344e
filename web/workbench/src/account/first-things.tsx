import type { Me } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTitle } from '../parts/use-title.ts';
import { Enrolment } from './enrolment.tsx';
import { PasswordForm } from './password-form.tsx';

interface FirstThingsProps {
  readonly first: NonNullable<Me['first']>;
  readonly name: string;
  readonly done: () => void;
  readonly signOut: () => void;
}

const titles = { password: '先改成自己的口令', 'second-factor': '先设置第二重验证' } as const;

/** What has to be done before anything else; in place of the whole application, at whatever address. */
export function FirstThings({ first, name, done, signOut }: FirstThingsProps): ReactNode {
  useTitle(titles[first]);
  return (
    <main className="sign-in">
      <div className="sign-in-box first-things">
        <p className="sign-in-brand">照章</p>
        <h1>{titles[first]}</h1>
        {first === 'password' ? (
          <>
            <p>{name}，这次用的口令是管理员给的，别人知道过。改成只有自己知道的，再办别的事。</p>
            <PasswordForm done={done} submit="改好，进入工作台" />
          </>
        ) : (
          <>
            <p>{name}是管理员，能够开设账户、重设口令，只凭一个口令不够。</p>
            <Enrolment done={done} />
          </>
        )}
        <p className="small">
          <Button onClick={signOut}>退出</Button>
        </p>
      </div>
    </main>
  );
}
