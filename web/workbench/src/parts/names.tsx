import type { ReactNode } from 'react';

const SHOWN = 3;

/** Names in a row; of many only the first, with how many there are, and all of them on hovering. */
export function Names({
  names,
  none,
}: {
  readonly names: readonly string[];
  readonly none: string;
}): ReactNode {
  if (names.length === 0) return <span className="second">{none}</span>;
  if (names.length <= SHOWN) return <span>{names.join('、')}</span>;
  return (
    <span title={names.join('、')}>
      {names.slice(0, SHOWN).join('、')}等 {names.length} 名
    </span>
  );
}
