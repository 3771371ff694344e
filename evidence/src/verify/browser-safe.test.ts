import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe('核验程序可在浏览器运行', () => {
  it('打包不含 Node 模块，压缩后不到 12 kB', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [here('./index.ts')],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((path) => !path.includes('/verify/'))).toEqual([]);
    expect(outputFiles[0]?.contents.length).toBeLessThan(12_000);
  });

  it('不借助 Node 与浏览器的类型即可通过类型检查', () => {
    const config = ts.getParsedCommandLineOfConfigFile(
      here('./tsconfig.json'),
      {},
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
          throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
        },
      },
    );
    const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((found) => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
    expect(config?.options.types).toEqual([]);
    expect(messages).toEqual([]);
  });
});
