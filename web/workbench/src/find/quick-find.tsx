import type { Findings } from '@zhaozhang/api/contract';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { FindIcon } from '../frame/icons.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { wordsOf } from '../parts/failed.tsx';
import { type Destination, destinationsOf } from './destination.ts';

/** As long as somebody is still typing, nothing is asked. */
const PAUSE = 150;

/** The line at the top that finds everything: by click or Ctrl+K from anywhere. */
export function QuickFind({ atHand }: { readonly atHand: readonly Destination[] }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  function show(): void {
    setOpen(true);
    dialog.current?.showModal();
  }

  useEffect(() => {
    function pressed(event: globalThis.KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
      if (dialog.current?.open === false) dialog.current.showModal();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  return (
    <>
      <button
        type="button"
        className="quick"
        aria-label="查找案件、条款、人员"
        aria-keyshortcuts="Control+K"
        onClick={show}
      >
        <FindIcon />
        <span className="quick-words">查找案件、条款、人员</span>
        <span className="quick-keys">
          <kbd>Ctrl</kbd> <kbd>K</kbd>
        </span>
      </button>
      <dialog ref={dialog} className="find" aria-label="查找" onClose={() => setOpen(false)}>
        {open ? <Finder atHand={atHand} done={() => dialog.current?.close()} /> : null}
      </dialog>
    </>
  );
}

function Finder({ atHand, done }: { readonly atHand: readonly Destination[]; readonly done: () => void }) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { value, failure, loading } = useLoaded<Findings>(
    asked === '' ? undefined : `/api/find?${new URLSearchParams({ text: asked })}`,
  );
  const groups = destinationsOf(text, atHand, asked === '' ? undefined : value);
  const all = groups.flatMap((group) => group.of);
  const here = Math.min(at, Math.max(0, all.length - 1));
  const waiting = loading || asked !== text.trim();

  function pressed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(all.length - 1, here + step)));
    }
    // While a word is still being put together from its sounds, Enter belongs to that.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing)
      document.getElementById(`${id}-${here}`)?.click();
  }

  return (
    <>
      <input
        ref={box}
        className="find-text"
        role="combobox"
        aria-label="查找案件、条款、人员、办理事项"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={all.length === 0 ? undefined : `${id}-${here}`}
        aria-autocomplete="list"
        placeholder="案号、当事人、笔录里的话、条款、姓名、要办的事"
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div id={`${id}-list`} role="listbox" aria-label="找到的" className="find-list">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
          <div key={group.label} role="group" aria-label={group.label}>
            <p className="find-group small second" aria-hidden="true">
              {group.label}
            </p>
            {group.of.map((one) => {
              const index = all.indexOf(one);
              return (
                <a
                  key={`${one.href} ${one.label}`}
                  id={`${id}-${index}`}
                  href={one.href}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === here}
                  className={index === here ? 'find-one find-here' : 'find-one'}
                  ref={index === here ? (shown) => shown?.scrollIntoView({ block: 'nearest' }) : undefined}
                  onClick={done}
                >
                  <span>{one.label}</span>
                  {one.note === undefined || one.note === '' ? null : (
                    <span className="small second">{one.note}</span>
                  )}
                </a>
              );
            })}
          </div>
        ))}
      </div>
      <p className="find-foot small second" role="status">
        {failure !== undefined
          ? `${wordsOf(failure).title}，${wordsOf(failure).detail}`
          : waiting && text.trim() !== ''
            ? '正在查找'
            : all.length === 0
              ? '没有找到，换一个词再找'
              : ''}
        {all.length === 0 ? null : (
          <span className="find-keys">
            ↑ ↓ 选择 · <kbd>Enter</kbd> 打开 · <kbd>Esc</kbd> 关闭
          </span>
        )}
      </p>
    </>
  );
}
