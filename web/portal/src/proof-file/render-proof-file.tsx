import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Field } from '../parts/field.tsx';
import { portalCss } from '../style/portal-css.ts';
import { proofFileStyle } from './proof-file-style.ts';
import type { ProofData } from './proof-data.ts';

/** What a person reads of it. */
export interface ProofSheet {
  /** What was recorded, such as 作出处罚决定. */
  readonly title: string;
  readonly agency: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly data: ProofData;
  /** The program that checks it, as built. */
  readonly script: string;
}

/**
 * One file that proves one record: to be opened years later, without a network, by somebody who trusts nobody. It may
 * load nothing: that is written into it.
 */
export function renderProofFile({ title, agency, lines, data, script }: ProofSheet): string {
  const page: ReactNode = (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
        />
        <title>{`存证凭证：${title}`}</title>
        <style>{`${portalCss}${proofFileStyle}`}</style>
      </head>
      <body>
        <main>
          <p className="second">{agency}　存证凭证</p>
          <h1>{title}</h1>
          <p id="result" className="empty" role="status">
            这个文件要在浏览器里打开才能核验；不必联网。
          </p>
          <ul id="steps" />
          <h2>记录的内容</h2>
          <dl className="fields">
            {lines.map((line) => (
              <Field key={`${line.label} ${line.text}`} label={line.label}>
                {line.text}
              </Field>
            ))}
          </dl>
          <h2>公钥</h2>
          <p>
            核验用的是下面这把公钥。它应当与机关公开页「核验记录」上公布的一字不差；不放心的，把那里的公钥贴进来再核一遍。
          </p>
          <p>
            <label htmlFor="key">日志的公钥</label>
            <textarea id="key" rows={3} defaultValue={data.key} spellCheck={false} />
          </p>
          <p>
            <button id="again" type="button">
              再核一遍
            </button>
          </p>
          {data.proofs.some((proof) => proof.record !== undefined) ? (
            <details>
              <summary>记录原文</summary>
              <p>上面的内容便于阅读，以原文为准。加密保存的身份信息不在其中，只有它的指纹。</p>
              {data.proofs.map((proof) => (
                <pre key={proof.leaf}>{proof.record?.data}</pre>
              ))}
            </details>
          ) : null}
          <details>
            <summary>日志条目和凭证</summary>
            <p>格式是公开的 C2SP tlog-proof，任何支持它的工具都可以核验。</p>
            {data.proofs.map((proof) => (
              <pre key={proof.leaf}>{`${proof.leaf}\n\n${proof.receipt}`}</pre>
            ))}
          </details>
          <p className="second">
            {data.proofs.some((proof) => proof.record === undefined)
              ? '能证明：日志里有这次公示的记录。日志里只有记录的指纹，上面的文字取自公示页，请与公示页对照。'
              : '能证明：这条记录写入以后没有改动，写入时日志里有它。不能证明记录所说的事实本身。'}
          </p>
        </main>
      </body>
    </html>
  );
  // A script's text is not escaped as a page's is: nothing in it may end the element, what somebody typed least of all.
  const scripts = [
    `<script id="proof" type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    `<script>${script.replaceAll(/<\/(?=script)/gi, '<\\/')}</script>`,
  ].join('');
  const html = renderToStaticMarkup(page);
  const end = html.lastIndexOf('</body>');
  return `<!doctype html>${html.slice(0, end)}${scripts}${html.slice(end)}`;
}
