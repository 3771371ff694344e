/* oxlint-disable jsx-a11y/media-has-caption */
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { originalKind, type Shown, textOf } from './original-kind.ts';

interface OriginalProps {
  readonly name: string;
  readonly href: string;
}

type Looking =
  | { readonly is: 'closed' | 'reading' | 'failed' }
  | { readonly is: 'open'; readonly shown: Shown; readonly url: string; readonly text: string | undefined };

/** An attached file, looked at where it is cited: beside the form or in the record. Each opening is noted by the server. */
export function Original({ name, href }: OriginalProps): ReactNode {
  const [looking, setLooking] = useState<Looking>({ is: 'closed' });
  const [large, setLarge] = useState(false);
  const url = looking.is === 'open' ? looking.url : undefined;
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);

  async function open(): Promise<void> {
    setLooking({ is: 'reading' });
    try {
      const reply = await fetch(href, { headers: { 'x-zhaozhang': '1' } });
      if (!reply.ok) throw new Error(String(reply.status));
      const bytes = new Uint8Array(await reply.arrayBuffer());
      const shown = originalKind(bytes);
      const text = shown.kind === 'text' ? textOf(bytes) : undefined;
      setLooking({
        ...{ is: 'open', shown, text },
        url: URL.createObjectURL(new Blob([bytes], { type: shown.type })),
      });
    } catch {
      setLooking({ is: 'failed' });
    }
  }

  return (
    <div className={large ? 'original original-large' : 'original'}>
      <span className="original-line">
        <a className="attachment" download={name} href={href}>
          {name}
        </a>
        {looking.is === 'open' ? (
          <Button size="small" aria-label={`收起${name}`} onClick={() => setLooking({ is: 'closed' })}>
            收起
          </Button>
        ) : (
          <Button
            size="small"
            loading={looking.is === 'reading'}
            aria-label={`看${name}`}
            onClick={() => {
              open();
            }}
          >
            看原件
          </Button>
        )}
      </span>
      {looking.is === 'failed' ? (
        <p role="alert" className="field-error">
          原件没有读出来。检查网络后再看；多次读不出的，请告知管理员核对原件是否完好。
        </p>
      ) : null}
      {looking.is === 'open' ? <Look looking={looking} name={name} large={large} onLarge={setLarge} /> : null}
    </div>
  );
}

interface LookProps {
  readonly looking: Extract<Looking, { is: 'open' }>;
  readonly name: string;
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
}

function Look({ looking: { shown, url, text }, name, large, onLarge }: LookProps): ReactNode {
  switch (shown.kind) {
    case 'picture':
      return (
        <button
          type="button"
          className="original-picture"
          aria-label={large ? `缩小${name}` : `放大${name}`}
          onClick={() => onLarge(!large)}
        >
          <img src={url} alt={name} />
        </button>
      );
    case 'sound':
      // biome-ignore lint/a11y/useMediaCaption: evidence is played as it is; there is nothing to write beneath it
      return <audio controls src={url} aria-label={name} />;
    case 'film':
      // biome-ignore lint/a11y/useMediaCaption: as above
      return <video controls src={url} aria-label={name} />;
    case 'text':
      return <pre className="original-text">{text}</pre>;
    case 'other':
      return <p className="small second">这种文件不能在这里看，点名称下载后打开。</p>;
  }
}
