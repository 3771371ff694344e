import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { runChild } from './child.mjs';
import { Halt } from './halt.mjs';
import { inRoot, root } from './root.mjs';

/**
 * How to call npm: the one that called us, else the one beside this Node, else the one on PATH.
 * The first two run under this very Node, so a second Node on PATH cannot slip in.
 */
export function npmCommand(env = process.env, execPath = process.execPath) {
  const beside = path.dirname(execPath);
  const candidates = [
    /npm-cli\.c?js$/.test(env.npm_execpath || '') ? env.npm_execpath : undefined,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (script !== undefined) return { file: execPath, args: [script], shell: false };
  return {
    file: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args: [],
    shell: process.platform === 'win32',
  };
}

/** A service account often has a home it cannot write; npm's cache then lives with us. */
function cacheArgs() {
  try {
    accessSync(homedir(), constants.W_OK);
    return [];
  } catch {
    return ['--cache', inRoot('.cache', 'npm')];
  }
}

const REASONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    '连不上 npm 软件源。请检查网络或代理;内网请用 npm config set registry 指向可用的软件源,再重试',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/i,
    '软件源的证书不受信任。请用 npm config set cafile 指定单位的根证书,再重试',
  ],
  [/ENOSPC/i, '磁盘已满。请清出约 1 GB 空间后重试'],
  [/EACCES|EPERM|EROFS/i, `没有写入权限。请用能写入 ${root} 的用户运行`],
  [
    /EINTEGRITY/i,
    '下载的软件包与 package-lock.json 的摘要不符,已拒绝安装。请执行 npm cache clean --force 后重试;仍不符则软件源不可信',
  ],
  [/E401|E403|E404|ETARGET/i, '软件源没有所需的软件包或拒绝提供。请换用完整的软件源后重试'],
  [
    /EUSAGE|can only install packages when|Missing:|Invalid: lock/i,
    'package-lock.json 与 package.json 不一致。请取回完整的源码后重试',
  ],
  [/EBADENGINE/i, 'Node.js 版本不被软件包支持。请安装 Node.js 20 LTS 的最新版后重试'],
];

/** Puts the failure into words; the raw output has already been shown. */
export function explainNpmFailure(output) {
  const known = REASONS.find(([pattern]) => pattern.test(output));
  return known ? known[1] : 'npm 报告的错误见上方。排除后重试即可,已下载的部分不会重复下载';
}

/**
 * Runs npm in the product's folder, showing what it says and keeping it for the explanation.
 * No install script of any package is run: what they would do is done by us, where it is needed
 * (docs/surprises.md), and a package taken over by somebody cannot run code at install.
 */
export async function runNpm(args) {
  const npm = npmCommand();
  let output = '';
  let code;
  try {
    code = await runChild(npm.file, [...npm.args, ...args, ...cacheArgs()], {
      cwd: root,
      shell: npm.shell,
      onOutput(chunk) {
        output = (output + chunk).slice(-20_000);
        process.stderr.write(chunk);
      },
    });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Halt('找不到 npm。它随 Node.js 一起提供:请安装 Node.js 官方发行包,或把 npm 加入 PATH。');
  }
  if (code !== 0) throw new Halt(`安装依赖失败:${explainNpmFailure(output)}。`);
}
