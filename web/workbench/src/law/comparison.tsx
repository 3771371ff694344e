import type { LawComparisonView } from '@zhaozhang/api/contract';
import { Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { go } from '../route/use-route.ts';
import { LawTabs } from './law-tabs.tsx';

const most = 12;

/** 比较: places or editions beside each other, generated from the packs; what all say alike is only counted. */
export function ComparisonPage({ packs }: { readonly packs: readonly string[] }): ReactNode {
  useTitle('比较规定');
  const { value, failure, reload } = useLoaded<LawComparisonView>(
    `/api/law/comparison?packs=${encodeURIComponent(packs.join(','))}`,
  );
  // The choices stay while others are compared: the control must not vanish under the hand.
  const [choices, setChoices] = useState<LawComparisonView['choices']>([]);
  useEffect(() => {
    if (value !== undefined) setChoices(value.choices);
  }, [value]);
  return (
    <>
      <div className="page-head">
        <h1>比较规定</h1>
        {packs.length === 0 ? null : <span className="second">{packs.length} 部</span>}
      </div>
      <LawTabs at="law-comparison" />
      <div className="field">
        <label htmlFor="comparison-packs">比较哪几部</label>
        <p className="small second" id="comparison-hint">
          不同地方的，或者同一部的两个版本；都连同上位规定一起比较，法律对各地一样适用
        </p>
        <div className="field-control">
          <Select
            id="comparison-packs"
            mode="multiple"
            className="wide"
            maxCount={most}
            aria-describedby="comparison-hint"
            placeholder="写机关或者名称里的字"
            optionFilterProp="label"
            value={[...packs]}
            options={choices.map(({ id, title, issuer, edition }) => ({
              value: id,
              label: `${issuer} ${title}（${edition.slice(0, 4)} 年）`,
            }))}
            onChange={(picked: string[]) => go({ page: 'law-comparison', packs: picked }, 'replace')}
          />
        </div>
      </div>
      {body()}
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="比较的结果" />;
    if (packs.length < 2)
      return (
        <section className="empty">
          <h2>选两部以上</h2>
          <p>选好之后，取值、期限、认定、记载和前提的不同之处并排列在这里。</p>
        </section>
      );
    const differing = value.sections.filter(({ rows }) => rows.length > 0);
    if (differing.length === 0)
      return (
        <section className="empty">
          <h2>所选的几部没有不同</h2>
          <p>取值、期限、认定、记载和前提都一样。</p>
        </section>
      );
    return (
      <>
        <nav className="law-years" aria-label="各类不同">
          {value.sections.map(({ label, rows, alike }) => (
            <a key={label} href={`#comparison-${label}`} onClick={(event) => shown(event, label)}>
              {label} {rows.length} 项不同{alike === 0 ? '' : `，${alike} 项相同`}
            </a>
          ))}
        </nav>
        {differing.map((section) => (
          <ComparedSection key={section.label} section={section} columns={value.columns} />
        ))}
      </>
    );
  }
}

/** The address says which page it is, so a place on it is gone to without changing the address. */
function shown(event: { preventDefault(): void }, label: string): void {
  event.preventDefault();
  const heading = document.getElementById(`comparison-${label}`);
  heading?.scrollIntoView();
  heading?.focus();
}

interface SectionProps {
  readonly section: LawComparisonView['sections'][number];
  readonly columns: LawComparisonView['columns'];
}

function ComparedSection({ section, columns }: SectionProps): ReactNode {
  return (
    <section className="comparison" aria-labelledby={`comparison-${section.label}`}>
      <h2 id={`comparison-${section.label}`} tabIndex={-1}>
        {section.label}
      </h2>
      <dl className="law-list">
        {section.rows.map((row) => (
          <div key={row.label} className="compared">
            <dt>{row.label}</dt>
            {alike(row.cells, columns).map(({ words, cites, places }) => (
              <dd key={words}>
                <p className="small second">{places.join('、')}</p>
                <div>
                  {words === '' ? <p className="second">没有规定</p> : null}
                  {words
                    .split('\n')
                    .filter((one) => one !== '')
                    .map((one) => (
                      <p key={one}>{one}</p>
                    ))}
                  {cites.length === 0 ? null : <p className="small second">{cites.join('、')}</p>}
                </div>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Alike {
  readonly words: string;
  readonly cites: readonly string[];
  readonly places: readonly string[];
}

/** Places that say the same stand together: with twelve of them one looks for who differs, not for columns. */
function alike(
  cells: SectionProps['section']['rows'][number]['cells'],
  columns: SectionProps['columns'],
): readonly Alike[] {
  const issuers = columns.map(({ issuer }) => issuer);
  const found = new Map<string, { cites: Set<string>; places: string[] }>();
  cells.forEach(({ words, cites }, index) => {
    const column = columns[index];
    if (column === undefined) return;
    const twice = issuers.filter((one) => one === column.issuer).length > 1;
    const place = twice ? `${column.issuer}（${column.edition.slice(0, 4)} 年起）` : column.issuer;
    const group = found.get(words) ?? { cites: new Set<string>(), places: [] };
    group.places.push(place);
    for (const { cite } of cites) group.cites.add(cite);
    found.set(words, group);
  });
  return [...found].map(([words, { cites, places }]) => ({ words, cites: [...cites], places }));
}
