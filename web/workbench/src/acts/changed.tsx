import type { RefusalView } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import type { ReactNode } from 'react';

interface ChangedProps {
  readonly refusal: RefusalView;
  readonly onSeen: () => void;
}

/** The file has changed since the form was opened: what has, and how to go on without typing anything again. */
export function Changed({ refusal, onSeen }: ChangedProps): ReactNode {
  return (
    <div className="notice notice-warn">
      <h2>案卷在打开之后有了变化</h2>
      <ul className="refusals">
        {(refusal.difference ?? []).map((one) => (
          <li key={`${one.what} ${one.at}`}>
            {one.what} <span className="small second">{momentText(one.at)}</span>
          </li>
        ))}
      </ul>
      <p>看过这些变化之后可以继续，已填写的内容保留。</p>
      <Button onClick={onSeen}>看过变化，继续</Button>
    </div>
  );
}
