import type { InspectionsView } from '@zhaozhang/api/contract';
import { checkDraw } from '@zhaozhang/core';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { hrefOf } from '../route/route.ts';
import { checkFile } from './check-file.ts';

type Draw = InspectionsView['draws'][number];

/** One draw with everything it was made of: to be read, drawn again here, or taken away and drawn again elsewhere. */
export function DrawPage({ view, id }: { readonly view: InspectionsView; readonly id: string }): ReactNode {
  const draw = view.draws.find((one) => one.id === id);
  if (draw === undefined)
    return (
      <section className="empty">
        <h2>没有这一次抽查</h2>
        <a href={hrefOf({ page: 'inspections' })}>回到行政检查</a>
      </section>
    );
  return (
    <article className="inspection-draw">
      <p>
        <a href={hrefOf({ page: 'inspections' })}>回到行政检查</a>
      </p>
      <h2>{draw.terms.purpose}</h2>
      <Result agency={view.name} draw={draw} />
      <Seed draw={draw} />
      <Ways draw={draw} />
      <Pools draw={draw} />
    </article>
  );
}

function Result({ agency, draw }: { readonly agency: string; readonly draw: Draw }): ReactNode {
  const [faults, setFaults] = useState<readonly string[]>();
  const { result, terms } = draw;
  if (result === undefined)
    return (
      <p className="notice" role="status">
        名单已经封存，等{draw.source}
        {terms.issue}于 {momentText(draw.knownAt)} 公布之后抽取。
      </p>
    );
  const check = (): void => setFaults(checkDraw({ terms, commitment: draw.commitment, ...result }));
  return (
    <section aria-labelledby="drawn-title">
      <h3 id="drawn-title">抽中的 {result.results.length} 家</h3>
      <table className="cases inspection-table">
        <caption className="unseen">抽中的对象和检查人员</caption>
        <thead>
          <tr>
            <th scope="col">对象</th>
            <th scope="col">检查人员</th>
            <th scope="col">签号</th>
          </tr>
        </thead>
        <tbody>
          {result.results.map((one) => (
            <tr key={one.object}>
              <td data-label="对象">
                <span>
                  {objectOf(draw, one.object)}
                  <span className="small second inspection-below">{one.object}</span>
                </span>
              </td>
              <td data-label="检查人员">
                <span>
                  {one.officers.map((officer) => nameOf(draw, officer.id)).join('、')}
                  {one.officers.length < terms.each ? (
                    <span className="chip chip-warn">不足 {terms.each} 名</span>
                  ) : null}
                </span>
              </td>
              <td data-label="签号" className="inspection-digest">
                {one.lot}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="inspection-acts">
        <Button type="primary" onClick={check}>
          重新抽取并核对
        </Button>
        <Button onClick={() => save(agency, draw)}>下载复核文件</Button>
      </div>
      {faults === undefined ? null : faults.length === 0 ? (
        <p className="notice notice-good" role="status">
          相符：名单、种子、每一支签和抽中的结果都与封存时一致。
        </p>
      ) : (
        <div className="notice notice-danger" role="status">
          <p>不符 {faults.length} 处，请以另存的检查点核验记录：</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="small second">
        复核文件不必联网，在任何浏览器里打开就能重新抽取；其中的程序另行编写，可以逐行查看。
      </p>
    </section>
  );
}

function Seed({ draw }: { readonly draw: Draw }): ReactNode {
  const { result, terms } = draw;
  const lines: readonly (readonly [string, string])[] = [
    ['封存名单', momentText(draw.committedAt)],
    ['约定的公开号码', `${draw.source} ${terms.issue}`],
    ['约定的公布时刻', momentText(draw.knownAt)],
    ...(result === undefined
      ? []
      : ([
          ['公布的号码', result.number],
          ['号码公布在', result.proof],
        ] as const)),
    ['封存摘要', draw.commitment],
    ...(result === undefined ? [] : ([['种子', result.seed]] as const)),
  ];
  return (
    <section aria-labelledby="seed-title">
      <h3 id="seed-title">种子从哪里来</h3>
      <dl className="inspection-lines">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Ways({ draw: { terms } }: { readonly draw: Draw }): ReactNode {
  return (
    <section aria-labelledby="ways-title">
      <h3 id="ways-title">怎样抽的</h3>
      <ol className="inspection-ways">
        <li>
          封存时把两份名单、回避、家数、每家人数和约定的公开号码写成一段文字，取摘要，得到封存摘要；那时号码还没有公布，谁也算不出结果。
        </li>
        <li>号码公布以后，取「封存摘要、空格、号码」的摘要，得到种子。</li>
        <li>
          每一家取「种子、空格、统一社会信用代码」的摘要，就是它的签号；签号最小的 {terms.count} 家抽中。
        </li>
        <li>
          抽中的每一家，每名检查人员取「种子、空格、代码、空格、人员编号」的摘要；除去应当回避的，最小的{' '}
          {terms.each} 名抽中。
        </li>
      </ol>
    </section>
  );
}

function Pools({ draw }: { readonly draw: Draw }): ReactNode {
  const { terms } = draw;
  return (
    <>
      <details className="inspection-pool">
        <summary>对象名单 {terms.objects.length} 家</summary>
        <ul>
          {terms.objects.map(({ code, name }) => (
            <li key={code}>
              {name} <span className="small second">{code}</span>
            </li>
          ))}
        </ul>
      </details>
      <details className="inspection-pool">
        <summary>
          人员名单 {terms.officers.length} 名，应当回避的 {terms.exclusions.length} 项
        </summary>
        <ul>
          {terms.officers.map((officer) => (
            <li key={officer}>
              {nameOf(draw, officer)}{' '}
              <span className="small second">执法证件 {draw.names[officer]?.certificate ?? '没有'}</span>
            </li>
          ))}
          {terms.exclusions.map((one) => (
            <li key={`${one.object} ${one.officer}`}>
              {nameOf(draw, one.officer)}不去{objectOf(draw, one.object)}：{one.reason}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function objectOf(draw: Draw, code: string): string {
  return draw.terms.objects.find((one) => one.code === code)?.name ?? '名单以外的一家';
}

function nameOf(draw: Draw, officer: string): string {
  return draw.names[officer]?.name ?? '名单以外的人员';
}

function save(agency: string, draw: Draw): void {
  const text = checkFile(agency, draw);
  if (text === undefined) return;
  const href = URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), {
    href,
    download: `抽查复核文件-${draw.commitment.slice(0, 8)}.html`,
  });
  link.click();
  URL.revokeObjectURL(href);
}
