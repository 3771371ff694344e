import { type ReactNode, useRef, useState } from 'react';
import type { Route } from '../route/route.ts';
import { Keys } from './keys.tsx';
import { Rail } from './rail.tsx';
import { TopLine } from './top-line.tsx';

/** Top line, rail and the place of the page. */
export function Frame({
  page,
  children,
}: {
  readonly page: Route['page'];
  readonly children: ReactNode;
}): ReactNode {
  const main = useRef<HTMLElement>(null);
  const [narrow, setNarrow] = useState(false);
  return (
    <div className={narrow ? 'frame frame-narrow' : 'frame'}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        跳到正文
      </button>
      <TopLine />
      <Rail page={page} narrow={narrow} onNarrow={setNarrow} />
      <main ref={main} tabIndex={-1} className="main">
        {children}
      </main>
      <Keys />
    </div>
  );
}
