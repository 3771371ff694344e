import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { upload } from '../http/upload.ts';
import { wordsOf } from '../parts/failed.tsx';
import type { ControlProps } from './control.ts';
import type { Attachment } from './typed.ts';

const LARGEST = 200 * 1024 * 1024;

interface Sending {
  readonly key: number;
  readonly file: File;
  readonly part: number;
  readonly fault?: string;
  readonly abort: () => void;
}

let nextKey = 0;

/** Files: chosen or dropped, sent at once with their progress; a file that failed stays in the list to be sent again. */
export function AttachmentsControl({
  field,
  id,
  describedBy,
  invalid,
  value,
  onChange,
}: ControlProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  /** What the server found of a file whose name says something else. */
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const [over, setOver] = useState(false);
  const held = Array.isArray(value) ? (value as readonly Attachment[]) : [];
  const latest = useRef(held);
  useEffect(() => {
    latest.current = held;
  });
  const single = field.kind === 'attachment';

  function change(key: number, to: Partial<Sending>): void {
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }

  function drop(key: number): void {
    setSending((all) => all.filter((one) => one.key !== key));
  }

  async function send(file: File): Promise<void> {
    const key = nextKey++;
    if (file.size > LARGEST) {
      setSending((all) => [...all, { key, file, part: 0, fault: '文件超过 200 MB', abort: () => undefined }]);
      return;
    }
    const { done, abort } = upload(file, (part) => change(key, { part }));
    setSending((all) => [...all, { key, file, part: 0, abort }]);
    const reply = await done;
    if (!reply.ok) return change(key, { fault: wordsOf(reply.failure).title });
    drop(key);
    const { blob, says } = reply.value;
    if (says !== undefined) setSaid((all) => new Map(all).set(blob, says));
    const made = { blob: reply.value.blob, name: reply.value.name };
    latest.current = single ? [made] : [...latest.current, made];
    onChange(latest.current);
  }

  function take(files: FileList | null): void {
    const list = [...(files ?? [])];
    for (const file of single ? list.slice(0, 1) : list) send(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        id={id}
        className="unseen"
        type="file"
        multiple={!single}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <p>
        <Button tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
          选择文件
        </Button>{' '}
        <span className="small second">也可以把文件拖到这里，每个不超过 200 MB</span>
      </p>
      <ul className="files">
        {held.map((one) => (
          <li key={one.blob + one.name}>
            <span>{one.name}</span>
            {said.has(one.blob) && <small role="status">{said.get(one.blob)}</small>}
            <Button
              size="small"
              aria-label={`移除${one.name}`}
              onClick={() => onChange(held.filter((other) => other !== one))}
            >
              移除
            </Button>
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.key}>
            <span>{one.file.name}</span>
            {one.fault === undefined ? (
              <progress aria-label={`正在上传${one.file.name}`} max={1} value={one.part} />
            ) : (
              <span className="field-error" role="alert">
                {one.fault}
              </span>
            )}
            {one.fault === undefined ? null : (
              <Button
                size="small"
                aria-label={`重新上传${one.file.name}`}
                onClick={() => {
                  drop(one.key);
                  send(one.file);
                }}
              >
                重试
              </Button>
            )}
            <Button
              size="small"
              aria-label={`取消上传${one.file.name}`}
              onClick={() => {
                one.abort();
                drop(one.key);
              }}
            >
              取消
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
