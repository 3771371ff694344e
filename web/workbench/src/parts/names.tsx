import { Fragment, type ReactNode } from 'react';

const SHOWN = 3;
const UNBROKEN = 10;

/** Names in a row; of many only the first and how many there are; all of them on hovering. */
export function Names({
  names,
  none,
}: {
  readonly names: readonly string[];
  readonly none: string;
}): ReactNode {
  if (names.length === 0) return <span className="second">{none}</span>;
  if (names.length <= SHOWN)
    return (
      <span>
        {names.map((name, index) => (
          <Fragment key={name}>
            {index > 0 ? '、' : null}
            <span className={name.length <= UNBROKEN ? 'nowrap' : undefined}>{name}</span>
          </Fragment>
        ))}
      </span>
    );
  return (
    <span title={names.join('、')}>
      {names[0]}等 {names.length} 名
    </span>
  );
}
