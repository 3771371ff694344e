import type { ObligationView } from '@zhaozhang/api/contract';
import { Derivation, dayText, momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { Peek } from './peek.tsx';

/** The last day of a duty; opens how it came about. */
export function Due({ duty }: { readonly duty: ObligationView }): ReactNode {
  const rolled = duty.due !== duty.lawfulDue;
  return (
    <Peek
      title={`${duty.label}的期限是怎样算出来的`}
      className="due"
      label={
        <>
          <span className="unseen">{duty.label}的期限 </span>
          {isClock(duty) ? momentText(duty.due) : dayText(duty.due)}
          {rolled ? <span className="second">（顺延到 {dayText(duty.lawfulDue)}）</span> : null}
          {duty.provisional ? <span className="chip chip-warn">暂定</span> : null}
        </>
      }
    >
      <Derivation source={duty.derivation} />
    </Peek>
  );
}

/** A limit in hours ends at a moment. */
function isClock({ derivation }: ObligationView): boolean {
  const unit = derivation.readings[0]?.unit;
  return unit === 'hour' || unit === 'minute';
}

const tones: Readonly<Record<ObligationView['status'], string>> = {
  late: 'chip-danger',
  'met-late': 'chip-warn',
  soon: 'chip-warn',
  open: 'chip-plain',
  later: 'chip-plain',
  met: 'chip-good',
  ended: 'chip-plain',
};

/** How much time is left, in words. */
export function Left({ duty }: { readonly duty: ObligationView }): ReactNode {
  return <span className={`chip ${tones[duty.status]}`}>{duty.left}</span>;
}
