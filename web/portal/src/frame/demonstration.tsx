import { dayText, fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

/** Says in a demonstration which day it is there, and that nothing shown has happened. */
export function Demonstration({ day }: { readonly day: string }): ReactNode {
  const weekday = dayText(day).split(' ').at(-1) ?? '';
  return (
    <div className="demonstration">
      <p className="wide">{`演示日期：${fullDayText(day)}（${weekday}）。以下为演示内容，并非真实的行政决定。`}</p>
    </div>
  );
}
