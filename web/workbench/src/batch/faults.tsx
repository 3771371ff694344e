import { type ReactNode, useEffect, useRef } from 'react';
import { idOfField } from '../fields/field-view.tsx';
import type { Fault } from '../fields/to-wire.ts';

interface FaultsProps {
  readonly faults: readonly Fault[];
  /** Counts what the user asked for, so that the focus can follow each. */
  readonly round: number;
  /** Nothing is ticked that could go. */
  readonly none: boolean;
}

/** What cannot be sent as it is typed for all, each with its field. Takes the focus. */
export function Faults({ faults, round, none }: FaultsProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (round === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [round]);
  if (faults.length === 0 && !none) return null;
  return (
    <section ref={box} className="notice notice-danger" tabIndex={-1} aria-label="检查结果">
      <h2>{faults.length > 0 ? `暂不能办理：${faults.length} 项` : '没有可以办理的案件'}</h2>
      {faults.length === 0 ? (
        <p>在下面勾选要办的案件。须先看过才能签署的，逐件看过之后勾选「已阅」。</p>
      ) : (
        <ul className="refusals">
          {faults.map((fault) => (
            <li key={fault.path}>
              <button type="button" className="link" onClick={() => focusOn(fault.path)}>
                {fault.says}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function focusOn(path: string): void {
  const field = document.getElementById(idOfField(path));
  const inner = field instanceof HTMLFieldSetElement ? field.querySelector('input, textarea') : null;
  const target = inner instanceof HTMLElement ? inner : field;
  target?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
