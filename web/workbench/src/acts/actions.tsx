import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { Kept } from '../drafts/kept.tsx';
import type { Keeping } from '../drafts/use-draft.ts';
import { useEscape } from '../frame/use-escape.ts';
import { Bar } from '../frame/bar.tsx';

interface ActionsProps {
  readonly busy: 'check' | 'submit' | undefined;
  readonly keeping: Keeping;
  readonly onCheck: () => void;
  readonly onSubmit: () => void;
  readonly back: string;
}

/** Check and submit, always in reach: in the bar below the page. */
export function Actions({ busy, keeping, onCheck, onSubmit, back }: ActionsProps): ReactNode {
  const hint = useId();
  useEscape(back);
  return (
    <Bar>
      <div className="actions">
        <Button
          type="primary"
          loading={busy === 'submit'}
          disabled={busy === 'check'}
          aria-describedby={hint}
          onClick={onSubmit}
        >
          提交
        </Button>
        <Button loading={busy === 'check'} disabled={busy === 'submit'} onClick={onCheck}>
          检查
        </Button>
        <a href={back}>返回</a>
        <Kept keeping={keeping} />
        <span id={hint} className="actions-key small second">
          <kbd>Ctrl</kbd> + <kbd>Enter</kbd> 提交
        </span>
      </div>
    </Bar>
  );
}
