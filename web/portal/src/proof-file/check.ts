import { verifyAsync } from '@noble/ed25519';
import { offerEd25519 } from '@zhaozhang/evidence/verify';
import { checkProof } from './check-proof.ts';
import type { ProofData } from './proof-data.ts';

/** The part of a page this needs: it is read beside programs that are no browser. */
interface Page {
  readonly document: {
    getElementById(id: string): Shown;
    createElement(name: string): Shown;
  };
}

interface Shown {
  textContent: string | null;
  className: string;
  value: string;
  hidden: boolean;
  replaceChildren(...nodes: Shown[]): void;
  addEventListener(event: string, listener: () => void): void;
}

const { document } = globalThis as unknown as Page;
offerEd25519((key, signature, message) => verifyAsync(signature, message, key));

const data = JSON.parse(document.getElementById('proof').textContent ?? '{}') as ProofData;
const result = document.getElementById('result');
const steps = document.getElementById('steps');
const key = document.getElementById('key');

async function show(): Promise<void> {
  result.className = 'empty';
  result.textContent = '正在核验……';
  try {
    const checked = await checkProof(data, key.value);
    const passed = checked.every((one) => one.ok);
    result.className = passed ? 'empty good' : 'empty late';
    result.textContent = passed
      ? data.proofs.every((one) => one.record !== undefined)
        ? '核验通过：这条记录写入以后没有改动过。'
        : '核验通过：这次公示的记录在存证日志里。'
      : '核验不通过：请保存好这个文件，向作出行为的机关或者它的上级行政机关提出。';
    steps.replaceChildren(
      ...checked.map((one) => {
        const line = document.createElement('li');
        line.textContent = `${one.ok ? '相符' : '不符'}：${one.says}`;
        return line;
      }),
    );
  } catch {
    result.className = 'empty late';
    result.textContent = '没有核验成：文件不完整，或者浏览器太旧。请换一个浏览器打开。';
  }
}

document.getElementById('again').addEventListener('click', () => void show());
void show();
