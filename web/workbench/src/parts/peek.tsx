import { type ReactNode, useId, useRef } from 'react';

interface PeekProps {
  readonly label: ReactNode;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

const MARGIN = 8;

/**
 * A word that opens an explanation beside it. The browser's own popover: Esc closes it, a click elsewhere closes
 * it, and the focus goes back to the word.
 */
export function Peek({ label, title, className = '', children }: PeekProps): ReactNode {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);

  function place(): void {
    const from = word.current?.getBoundingClientRect();
    const panel = box.current;
    if (from === undefined || panel === null) return;
    const { width, height } = panel.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(from.left, window.innerWidth - width - MARGIN));
    const below = from.bottom + MARGIN;
    const top = below + height > window.innerHeight ? Math.max(MARGIN, from.top - height - MARGIN) : below;
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }

  return (
    <>
      <button
        ref={word}
        type="button"
        className={`peek ${className}`}
        popoverTarget={id}
        aria-haspopup="dialog"
      >
        {label}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        className="peek-panel"
        onToggle={(event) => {
          if (event.newState === 'open') place();
        }}
      >
        <p className="peek-title">{title}</p>
        {children}
      </div>
    </>
  );
}
