import type { PortalFrame } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { renderSheet } from '../frame/document.tsx';
import { Field } from '../parts/field.tsx';
import { Offline } from './offline.tsx';

/** The log as it stands. */
export interface LogState {
  readonly origin: string;
  /** Verifier key in the form of C2SP signed-note. */
  readonly key: string;
  /** Number of entries. */
  readonly size: number;
  /** Root hash in base64. */
  readonly root: string;
}

/** What the record proves, how the log stands, and how to check it without trusting this site. */
export function renderVerify(frame: PortalFrame, log: LogState): string {
  return renderSheet(frame, {
    title: '核验记录',
    description: '存证日志的公钥和当前状态，以及怎样自己核对公示记录有没有被改动。',
    door: 'verify',
    children: (
      <>
        <h1>核验记录</h1>
        <p className="summary">
          行政机关在执法中的每一步，都按先后记进一本存证日志。日志只能往后添写：前面的记录只要改动一处，整本日志的指纹就会不同。
        </p>
        <h2>能证明什么</h2>
        <ul>
          <li>能证明：从保存检查点的那天起，那以前的记录没有被改动、删除或者补插。</li>
          <li>不能证明：决定本身正确。对决定不服的，请看该决定页面上的「不服决定怎么办」。</li>
          <li>日志里只有记录的「指纹」，没有姓名、证件号码等个人信息。</li>
        </ul>
        <h2>日志现在的样子</h2>
        <State log={log} />
        <h2>自己怎样核对</h2>
        <ol>
          <li>今天把上面的「记录条数」和「整本日志的指纹」抄下来、拍下来或者打印出来。</li>
          <li>以后随时再打开本页。条数只会不变或者增加，变少了，说明日志被改动过。</li>
          <li>条数没有变的，指纹应当一字不差；有一个字不同，说明日志被改动过。</li>
          <li>
            要核对某一个决定，打开它的页面，把「存证」一节打印或者保存下来。其中的检查点带有签名，按下面的办法可以离线核验，不必连接本站。
          </li>
        </ol>
        <p>发现不符的，请保存好手中的材料，向作出决定的机关或者它的上级行政机关提出。</p>
        <h2>离线核验签名</h2>
        <Offline />
      </>
    ),
  });
}

function State({ log }: { readonly log: LogState }): ReactNode {
  return (
    <dl className="fields">
      <Field label="日志名称">{log.origin}</Field>
      <Field label="记录条数">{log.size} 条</Field>
      <Field label="整本日志的指纹">{log.size === 0 ? '日志还没有记录' : <code>{log.root}</code>}</Field>
      <Field label="公钥">
        <code>{log.key}</code>
      </Field>
    </dl>
  );
}
