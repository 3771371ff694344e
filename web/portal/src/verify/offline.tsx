import type { ReactNode } from 'react';

/**
 * How to check a checkpoint with nothing but the public key, for someone who can use a computer's tools. Names of
 * formats are given as they are: whoever needs them will search for them.
 */
export function Offline(): ReactNode {
  return (
    <>
      <p>这一节写给懂计算机的人。看不懂不要紧，可以把检查点和公钥交给信得过的人代为核验。</p>
      <ol>
        <li>检查点依次是日志名称、记录条数、指纹（各占一行），一个空行，然后是签名。</li>
        <li>被签名的文字，是空行以上的三行，包括第三行末尾的换行；编码为 UTF-8。</li>
        <li>
          签名行以破折号开头，最后一段按 Base64 解码：前 4 个字节是公钥编号，其余 64 个字节是 Ed25519 签名。
        </li>
        <li>
          公钥以加号分为三段，最后一段按 Base64 解码：第 1 个字节是种类，其余 32 个字节是 Ed25519 公钥。
        </li>
        <li>
          用任何支持 Ed25519
          的工具验证签名。签名有效，且日志名称与公钥的第一段相同，就说明这个检查点出自这本日志。
        </li>
      </ol>
      <p>
        日志采用公开的 C2SP 格式（tlog-checkpoint、signed-note），指纹按 RFC 6962 以 SHA-256
        逐层计算，支持这些格式的开源工具都可以直接使用。
      </p>
    </>
  );
}
