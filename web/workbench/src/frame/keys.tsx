import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { isTyping } from './is-typing.ts';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl + K', '查找案件、条款、人员、要办的事'],
  ['j', '下一项'],
  ['k', '上一项'],
  ['Enter', '打开所在的一项'],
  ['x', '选中或者不选所在的案件'],
  ['Ctrl + Enter', '提交表单'],
  ['Esc', '离开表单（填的内容已存），关闭说明'],
  ['?', '列出按键'],
];

/** `?` lists the keys. */
export function Keys(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== '?' || isTyping(event.target)) return;
      event.preventDefault();
      dialog.current?.showModal();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">按键</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>关闭</Button>
    </dialog>
  );
}
