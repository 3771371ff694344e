import type { ReactNode } from 'react';
import { CalendarStrip } from './calendar-strip.tsx';
import type { CountedReading } from './calendar-weeks.ts';
import { dayText } from './day-text.ts';

/** Where a date comes from: whole sentences, and where known each reading of the limit to draw. */
export interface DerivationSource {
  readonly sentences: readonly string[];
  readonly readings?: readonly (CountedReading & { readonly provisional?: boolean })[] | undefined;
}

/**
 * How a date came about: the sentences, then a calendar with the days counted, those left out and the last one.
 * Plain elements and classes (`derivationStyle`), so that pages without scripts show the same.
 */
export function Derivation({ source }: { readonly source: DerivationSource }): ReactNode {
  const [governing] = source.readings ?? [];
  return (
    <div className="derivation">
      <ol className="derivation-sentences">
        {source.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {governing === undefined ? null : (
        <>
          <CalendarStrip reading={governing} />
          <p className="derivation-result">
            {governing.due === governing.lawfulDue ? (
              <>
                届满之日：<strong>{dayText(governing.due)}</strong>
              </>
            ) : (
              <>
                届满之日：<strong>{dayText(governing.due)}</strong>；顺延后的末日：
                <strong>{dayText(governing.lawfulDue)}</strong>
              </>
            )}
            {governing.provisional === true ? <span className="derivation-provisional">暂定</span> : null}
          </p>
        </>
      )}
    </div>
  );
}
