import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AtHandContext } from '../find/at-hand.ts';
import type { Destination } from '../find/destination.ts';
import type { Route } from '../route/route.ts';
import { BarPlace } from './bar.tsx';
import { Keys } from './keys.tsx';
import { Rail } from './rail.tsx';
import { TopLine } from './top-line.tsx';
import { UnreadContext } from './unread.ts';
import { useUnreadCount } from './use-unread-count.ts';

interface FrameProps {
  readonly at: Route['page'];
  /** What is shown; when it changes, the page begins at its top again. */
  readonly place: string;
  readonly children: ReactNode;
}

/** Top line, rail, the page, and the bar for its actions. Only the page scrolls. */
export function Frame({ at, place, children }: FrameProps): ReactNode {
  const page = useRef<HTMLDivElement>(null);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [narrow, setNarrow] = useState(false);
  const [atHand, setAtHand] = useState<readonly Destination[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each place
  useEffect(() => {
    page.current?.scrollTo(0, 0);
    page.current?.focus({ preventScroll: true });
  }, [place]);
  const unread = useUnreadCount(place);
  return (
    <UnreadContext value={unread}>
      <BarPlace value={bar}>
        <div className={narrow ? 'frame frame-narrow' : 'frame'}>
          <button type="button" className="skip" onClick={() => page.current?.focus()}>
            跳到正文
          </button>
          <TopLine atHand={atHand} />
          <Rail page={at} narrow={narrow} onNarrow={setNarrow} />
          <main className="main">
            <div ref={page} tabIndex={-1} className="page">
              <AtHandContext value={setAtHand}>{children}</AtHandContext>
            </div>
            <div ref={setBar} className="bar" />
          </main>
          <Keys />
        </div>
      </BarPlace>
    </UnreadContext>
  );
}
