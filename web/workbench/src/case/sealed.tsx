import type { ShownField } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type Failure, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';

/** Identity data: shown only for a stated purpose, and the reading is kept. It goes again when the dialog closes. */
export function Sealed({ field, id }: { readonly field: ShownField; readonly id: string }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const purposeId = useId();
  const [purpose, setPurpose] = useState('');
  const [text, setText] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  async function read(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    const query = new URLSearchParams({ case: id, purpose: purpose.trim() });
    const reply = await request<{ text: string }>(
      'GET',
      `/api/sealed/${encodeURIComponent(field.sealed ?? '')}?${query}`,
    );
    setBusy(false);
    if (reply.ok) setText(reply.value.text);
    else setFailure(reply.failure);
  }

  return (
    <>
      <span className="second">已加密保存</span>{' '}
      <Button size="small" onClick={() => dialog.current?.showModal()}>
        查看{field.label}
      </Button>
      <dialog
        ref={dialog}
        className="sealed"
        aria-label={`查看${field.label}`}
        onClose={() => setText(undefined)}
      >
        <h2>查看{field.label}</h2>
        {text === undefined ? (
          <form onSubmit={read}>
            <p>查看人、时刻和目的会留下记录。</p>
            <label htmlFor={purposeId}>查看目的</label>
            <Input
              id={purposeId}
              value={purpose}
              required
              minLength={2}
              maxLength={100}
              onChange={(event) => setPurpose(event.target.value)}
            />
            {failure === undefined ? null : (
              <p role="alert" className="field-error">
                {wordsOf(failure).title}。{wordsOf(failure).detail}
              </p>
            )}
            <div className="dialog-actions">
              <Button onClick={() => dialog.current?.close()}>取消</Button>
              <Button type="primary" htmlType="submit" loading={busy}>
                查看
              </Button>
            </div>
          </form>
        ) : (
          <>
            <p className="sealed-text">{text}</p>
            <div className="dialog-actions">
              <Button type="primary" onClick={() => dialog.current?.close()}>
                关闭
              </Button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
