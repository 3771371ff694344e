import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../session/session.ts';
import type { Unfinished } from './draft-store.ts';

/** Forms begun in this browser and not sent, each a click away; only those of one case where `at` is its address. */
export function UnfinishedForms({ at }: { readonly at?: string }): ReactNode {
  const { drafts } = useSession();
  const [found, setFound] = useState<readonly Unfinished[]>([]);
  const [dropped, setDropped] = useState<ReadonlyMap<string, () => Promise<void>>>(new Map());
  useEffect(() => {
    let wanted = true;
    drafts.unfinished().then((all) => {
      if (wanted) setFound(all);
    });
    return () => {
      wanted = false;
    };
  }, [drafts]);
  const shown = found.filter(({ href }) => at === undefined || href.startsWith(`${at}/`));
  if (shown.length === 0) return null;

  async function drop(name: string): Promise<void> {
    const back = await drafts.drop(name);
    setDropped((before) => new Map(before).set(name, back));
  }

  async function restore(name: string): Promise<void> {
    await dropped.get(name)?.();
    setDropped((before) => new Map([...before].filter(([one]) => one !== name)));
  }

  return (
    <section className="unfinished" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">
        没填完的表单 <span className="second">{shown.length}</span>
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={one.name}>
            {dropped.has(one.name) ? (
              <>
                <span className="second">
                  已丢弃：{one.label}
                  {one.of === undefined ? null : ` · ${one.of}`}
                </span>
                <Button size="small" onClick={() => restore(one.name)}>
                  恢复
                </Button>
              </>
            ) : (
              <>
                <a href={one.href} data-item>
                  {one.label}
                  {one.of === undefined || at !== undefined ? null : ` · ${one.of}`}
                </a>
                <span className="small second">存于 {savedText(one.at)}</span>
                <Button size="small" aria-label={`丢弃${one.label}`} onClick={() => drop(one.name)}>
                  丢弃
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By the machine's own clock: what a person remembers of when they typed, also where the legal clock stands elsewhere. */
function savedText(at: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const moment = (of: Date): string =>
    `${of.getFullYear()}-${two(of.getMonth() + 1)}-${two(of.getDate())}T${two(of.getHours())}:${two(of.getMinutes())}:00+08:00`;
  return momentText(moment(new Date(at)), moment(new Date()));
}
