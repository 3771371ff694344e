import type { EnrolmentBegun, RecoveryCodes } from '@zhaozhang/api/contract';
import { Button, QRCode } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { request } from '../http/request.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { presentPassword } from './present-password.ts';

type Step =
  | { readonly is: 'password' }
  | ({ readonly is: 'scan' } & EnrolmentBegun)
  | ({ readonly is: 'codes' } & RecoveryCodes);

/** Setting up the second factor: one's password, the secret into the telephone, a code back, and what to keep safe. */
export function Enrolment({
  done,
  cancel,
}: {
  readonly done: () => void;
  readonly cancel?: () => void;
}): ReactNode {
  const [step, setStep] = useState<Step>({ is: 'password' });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step.is !== 'password') heading.current?.focus();
  }, [step.is]);

  if (step.is === 'password')
    return (
      <>
        <p className="enrolment-why">
          登录时在口令之外再填一个手机上的六位数字，别人知道了口令也登录不了。手机上要有一个验证器，任何一种按国际标准动态口令做的都可以，不必联网。
        </p>
        <PlainForm
          submit="下一步"
          {...(cancel === undefined ? {} : { onCancel: cancel })}
          fields={[presentPassword('password')]}
          onSubmit={async ({ password }) => {
            const reply = await request<EnrolmentBegun>('POST', '/api/second-factor', { password });
            if (!reply.ok) return reply.failure;
            setStep({ is: 'scan', ...reply.value });
            return undefined;
          }}
        />
      </>
    );
  if (step.is === 'scan')
    return (
      <div className="enrolment">
        <h3 ref={heading} tabIndex={-1}>
          用验证器扫描，填回六位数字
        </h3>
        {/* biome-ignore lint/a11y/useSemanticElements: drawn as many parts, seen as one picture */}
        <div className="enrolment-code" role="img" aria-label="第二重验证的二维码">
          <div aria-hidden="true">
            <QRCode value={step.address} type="svg" size={200} bordered={false} errorLevel="M" />
          </div>
        </div>
        <p>
          扫描不了的，在验证器里手工输入密钥：
          <strong className="enrolment-secret">{step.secret.match(/.{1,4}/g)?.join(' ')}</strong>
        </p>
        <PlainForm
          submit="确认"
          {...(cancel === undefined ? {} : { onCancel: cancel })}
          fields={[
            {
              name: 'code',
              label: '验证器现在显示的六位数字',
              numeric: true,
              autoComplete: 'one-time-code',
              longest: 10,
            },
          ]}
          onSubmit={async ({ code }) => {
            const reply = await request<RecoveryCodes>('POST', '/api/second-factor/confirm', { code });
            if (!reply.ok) return reply.failure;
            setStep({ is: 'codes', ...reply.value });
            return undefined;
          }}
        />
      </div>
    );
  return (
    <div className="enrolment">
      <h3 ref={heading} tabIndex={-1}>
        第二重验证已经设好，请收好恢复码
      </h3>
      <p>
        手机丢了、换了，填一个恢复码也能登录，每个只用一次。现在抄下来或者打印出来，放在只有自己拿得到的地方：
        <strong>离开这一页就不再显示。</strong>
      </p>
      <ol className="recovery-codes" aria-label="恢复码">
        {step.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button type="primary" onClick={done}>
        已经收好
      </Button>
    </div>
  );
}
