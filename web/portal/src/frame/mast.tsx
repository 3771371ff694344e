import type { PortalFrame } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { Demonstration } from './demonstration.tsx';
import { elderAddress } from './elder-address.ts';
import { siteName } from './site-name.ts';

/** The pages one can go to from anywhere. Only what exists is listed. */
export const doors = {
  decisions: { href: '/decisions', label: '查决定' },
  verify: { href: '/verify', label: '核验记录' },
} as const;
export type Door = keyof typeof doors;

/** Head of every page: name, doors, 适老模式, and in a demonstration the legal day. */
export function Mast({
  frame,
  door,
}: {
  readonly frame: PortalFrame;
  readonly door: Door | undefined;
}): ReactNode {
  return (
    <header className="mast">
      <div className="band">
        <div className="wide mast-row">
          <a className="site" href="/">
            {siteName}
          </a>
          <a className="switch" href={elderAddress(frame.path, !frame.elder)}>
            {frame.elder ? '退出适老模式' : '适老模式（大字）'}
          </a>
        </div>
      </div>
      <nav className="doors" aria-label="主要栏目">
        <ul className="wide">
          {Object.entries(doors).map(([name, { href, label }]) => (
            <li key={name}>
              <a href={href} aria-current={name === door ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {frame.demonstrationDay === undefined ? null : <Demonstration day={frame.demonstrationDay} />}
    </header>
  );
}
