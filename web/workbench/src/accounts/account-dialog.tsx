import type { AccountAction, AccountActed, AccountRow } from '@zhaozhang/api/contract';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Failure, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';
import { actionsOf } from './actions-of.ts';
import { OnceShown } from './once-shown.tsx';

interface AccountDialogProps {
  readonly row: AccountRow;
  readonly identityLabel: string | undefined;
  /** Closed; with what was done, if anything was. */
  readonly close: (done?: string) => void;
}

/** One account and what can be done about it: chosen, read, then confirmed. */
export function AccountDialog({ row, identityLabel, close }: AccountDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [action, setAction] = useState<AccountAction>();
  const [failure, setFailure] = useState<Failure>();
  const [password, setPassword] = useState<string>();
  const [subject, setSubject] = useState('');
  const [busy, setBusy] = useState(false);
  const offered = actionsOf(row, identityLabel);
  useEffect(() => dialog.current?.showModal(), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (action === undefined) return;
    setBusy(true);
    setFailure(undefined);
    const path = `/api/accounts/${encodeURIComponent(row.id)}`;
    const reply = await request<AccountActed>('POST', path, {
      do: action,
      ...(action === 'link-identity' ? { subject } : {}),
    });
    setBusy(false);
    if (!reply.ok) setFailure(reply.failure);
    else if (reply.value.password === undefined) leave(doneWords(action));
    else setPassword(reply.value.password);
  }

  const doneWords = (what: AccountAction): string =>
    `${row.name}：已${offered.find((one) => one.action === what)?.label ?? ''}。`;

  /** Closed first, which gives the focus back, and gone at once: what is opened next must not be closed by this one. */
  const leave = (done?: string): void => {
    dialog.current?.close();
    close(done);
  };
  const toldDone = password === undefined ? undefined : doneWords('reset-password');

  return (
    <dialog
      ref={dialog}
      className="account-dialog"
      aria-labelledby="account-dialog-title"
      onClose={() => close(toldDone)}
    >
      <h2 id="account-dialog-title">{row.name}的账户</h2>
      {password === undefined ? (
        <form onSubmit={send}>
          {failure === undefined ? null : (
            <p role="alert" className="field-error">
              {wordsOf(failure).title}。{wordsOf(failure).detail}
            </p>
          )}
          <Radio.Group
            className="account-actions"
            aria-label="办什么"
            value={action}
            onChange={(event) => setAction(event.target.value as AccountAction)}
          >
            {offered.map((one) => (
              <Radio key={one.action} value={one.action}>
                {one.label}
                <span className="small second">{one.means}</span>
              </Radio>
            ))}
          </Radio.Group>
          {action === 'link-identity' ? (
            <div className="account-subject">
              <label htmlFor="account-subject">用户标识</label>
              <Input
                id="account-subject"
                required
                maxLength={255}
                autoComplete="off"
                value={subject}
                onChange={(event) => setSubject(event.target.value)}
              />
            </div>
          ) : null}
          <div className="dialog-actions">
            <Button onClick={() => leave()}>不办</Button>
            <Button type="primary" htmlType="submit" disabled={action === undefined} loading={busy}>
              办理
            </Button>
          </div>
        </form>
      ) : (
        <>
          <OnceShown login={row.login} password={password} />
          <div className="dialog-actions">
            <Button type="primary" onClick={() => leave(toldDone)}>
              已经告诉本人
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
