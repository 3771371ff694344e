import { fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

/** A day as it is written in official documents, readable by machines too. */
export function OnDay({ day }: { readonly day: string }): ReactNode {
  return (
    <time className="day" dateTime={day.slice(0, 10)}>
      {fullDayText(day)}
    </time>
  );
}
