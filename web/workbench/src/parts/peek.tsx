import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';

interface PeekProps {
  readonly label: ReactNode;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

const MARGIN = 8;

/**
 * A word that opens an explanation beside it. The browser's own popover: Esc closes it and a click elsewhere closes
 * it. The word is no button element, because a button does not break across lines and these stand inside sentences.
 */
export function Peek({ label, title, className = '', children }: PeekProps): ReactNode {
  const id = useId();
  const word = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const wasOpen = useRef(false);

  /** Shown only when what it says has been drawn: its place depends on its size. */
  useLayoutEffect(() => {
    if (!open) return;
    const from = word.current?.getClientRects()[0];
    const panel = box.current;
    if (from === undefined || panel === null) return;
    panel.showPopover();
    const { width, height } = panel.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(from.left, document.documentElement.clientWidth - width - MARGIN));
    const below = from.bottom + MARGIN;
    const top = below + height > window.innerHeight ? Math.max(MARGIN, from.top - height - MARGIN) : below;
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }, [open]);

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (open) box.current?.hidePopover();
    else setOpen(true);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        ref={word}
        role="button"
        tabIndex={0}
        className={`peek ${className}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={id}
        onKeyDown={pressed}
        // A click on the word of an open panel closes it by itself before the click arrives.
        onPointerDown={() => {
          wasOpen.current = open;
        }}
        onClick={() => {
          if (!wasOpen.current) setOpen(true);
          wasOpen.current = false;
        }}
      >
        {label}
      </span>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        className="peek-panel"
        onToggle={(event) => {
          if (event.newState === 'closed') setOpen(false);
        }}
      >
        <div className="peek-title">{title}</div>
        {open ? children : null}
      </div>
    </>
  );
}
