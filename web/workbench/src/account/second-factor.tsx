import type { OwnAccount } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { request } from '../http/request.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { presentPassword } from './present-password.ts';
import { Enrolment } from './enrolment.tsx';

interface SecondFactorProps {
  readonly factor: OwnAccount['secondFactor'];
  readonly changed: () => void;
}

/** Whether there is a second factor, and how it is set up or given up. */
export function SecondFactor({ factor, changed }: SecondFactorProps): ReactNode {
  const [doing, setDoing] = useState<'setting' | 'dropping'>();
  const end = (): void => {
    setDoing(undefined);
    changed();
  };
  if (doing === 'setting') return <Enrolment done={end} cancel={() => setDoing(undefined)} />;
  if (factor.since === undefined)
    return (
      <>
        <p>
          <span className="chip chip-warn">没有设置</span> 只凭口令登录。设了之后，别人知道了口令也登录不了。
        </p>
        <Button type="primary" onClick={() => setDoing('setting')}>
          设置第二重验证
        </Button>
      </>
    );
  return (
    <>
      <p>
        <span className="chip chip-good">已经设置</span> {momentText(factor.since)} 设置，恢复码还有{' '}
        {factor.leftCodes} 个没有用过。
      </p>
      <p className="small second">
        换手机、恢复码快用完的，先取消再重新设置。
        {factor.demanded ? '管理员取消之后，重新设置之前办不了别的事。' : ''}
      </p>
      {doing === undefined ? (
        <Button onClick={() => setDoing('dropping')}>取消第二重验证</Button>
      ) : (
        <PlainForm
          submit="取消第二重验证"
          onCancel={() => setDoing(undefined)}
          fields={[
            presentPassword('password'),
            {
              name: 'code',
              label: '验证码或者恢复码',
              autoComplete: 'one-time-code',
              longest: 60,
            },
          ]}
          onSubmit={async ({ password, code }) => {
            const reply = await request('POST', '/api/second-factor/drop', { password, code });
            if (!reply.ok) return reply.failure;
            end();
            return undefined;
          }}
        />
      )}
    </>
  );
}
