import type { IdentityBegun, OwnAccount } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Failure, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { presentPassword } from './present-password.ts';

interface LinkedIdentityProps {
  readonly identity: NonNullable<OwnAccount['identity']>;
  readonly changed: () => void;
}

/** Whether one may also come in by the identity provider; linked by signing in there, while signed in here. */
export function LinkedIdentity({ identity, changed }: LinkedIdentityProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [dropping, setDropping] = useState(false);

  async function link(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const reply = await request<IdentityBegun>('POST', '/api/identity/start', { purpose: 'link' });
    if (reply.ok) window.location.assign(reply.value.address);
    else {
      setBusy(false);
      setFailure(reply.failure);
    }
  }

  if (!identity.linked)
    return (
      <>
        <p>
          <span className="chip chip-plain">没有关联</span> 关联之后，也可以从{identity.label}登录。
        </p>
        {failure === undefined ? null : (
          <p role="alert" className="field-error">
            {wordsOf(failure).title}。{wordsOf(failure).detail}
          </p>
        )}
        <Button loading={busy} onClick={link}>
          去{identity.label}关联
        </Button>
      </>
    );
  return (
    <>
      <p>
        <span className="chip chip-good">已经关联</span> 可以从{identity.label}登录；口令登录照旧。
      </p>
      {dropping ? (
        <PlainForm
          submit="取消关联"
          onCancel={() => setDropping(false)}
          fields={[presentPassword('password')]}
          onSubmit={async ({ password }) => {
            const reply = await request('POST', '/api/identity/unlink', { password });
            if (!reply.ok) return reply.failure;
            setDropping(false);
            changed();
            return undefined;
          }}
        />
      ) : (
        <Button onClick={() => setDropping(true)}>取消关联</Button>
      )}
    </>
  );
}
