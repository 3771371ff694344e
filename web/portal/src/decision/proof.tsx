import type { PublicDecision } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';

/** Where the record of this decision stands in the log. Places are said from one, as people count. */
export function Proof({
  id,
  proof,
}: {
  readonly id: string;
  readonly proof: PublicDecision['proof'];
}): ReactNode {
  if (proof === undefined) {
    return (
      <p>
        <span className="mark wait">待入链</span>{' '}
        这一决定的记录正在写入存证日志。写入以后，这里会写明它的位置。
        <a href="/verify">什么是存证日志</a>
      </p>
    );
  }
  return (
    <>
      <p>
        <span className="mark good">已入链</span> 这一决定的记录是存证日志的第 {proof.index + 1}{' '}
        条，日志当时共 {proof.size} 条。记录写入以后如被改动，核验时就会不符。<a href="/verify">怎样核验</a>
      </p>
      <p>
        <a href={`/decisions/${encodeURIComponent(id)}/proof`}>下载这份决定的存证凭证</a>
        ：一个网页文件，断网打开就能核验。用专门工具的，可以
        <a href={`/decisions/${encodeURIComponent(id)}/receipt`}>只下载凭证</a>。
      </p>
      <h3>检查点</h3>
      <p>下面几行是日志当时的状态和签名。打印或者保存下来，以后就可以拿它来核对。</p>
      <pre>{proof.checkpoint.trimEnd()}</pre>
    </>
  );
}
