import type { InspectionsView } from '@zhaozhang/api/contract';

type Draw = InspectionsView['draws'][number];

/**
 * 复核文件: one file that anybody can open, without a network and without us, to draw again. Its program is short, written
 * apart from the one that drew, and stands in the file to be read; every lot can also be worked out at a terminal.
 */
export function checkFile(agency: string, draw: Draw): string | undefined {
  if (draw.result === undefined) return undefined;
  const { terms, names, commitment, result } = draw;
  const data = { terms, commitment, number: result.number, seed: result.seed, results: result.results };
  const rows = (lines: readonly (readonly string[])[]): string =>
    lines.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  const nameOf = (code: string): string => terms.objects.find((one) => one.code === code)?.name ?? '';
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>双随机抽查复核文件</title>
<style>body{max-width:46rem;margin:0 auto;padding:1rem;font:16px/1.75 "Noto Sans SC","Microsoft YaHei",sans-serif}table{border-collapse:collapse;width:100%}td,th{padding:.25rem .5rem;border:1px solid #c8ced6;text-align:left;overflow-wrap:anywhere}code{overflow-wrap:anywhere}#told{padding:.75rem;border:2px solid #1f4e8c}</style></head>
<body><main><h1>双随机抽查复核文件</h1><p>${escaped(agency)}　${escaped(terms.purpose)}</p>
<p id="told" role="status">在浏览器里打开，点下面的按钮，不必联网。</p><p><button id="again" type="button">重新抽取并核对</button></p><ul id="faults"></ul>
<h2>怎样抽的</h2><ol><li>封存名单时，把两份名单、回避、家数、每家人数和约定的公开号码写成一段文字，取摘要，得到封存摘要。那时号码还没有公布。</li><li>号码公布以后，取“封存摘要、空格、号码”的摘要，得到种子。</li><li>每一家取“种子、空格、统一社会信用代码”的摘要，就是它的签号；签号最小的 ${terms.count} 家抽中。</li><li>抽中的每一家，每名检查人员取“种子、空格、代码、空格、人员编号”的摘要；除去应当回避的，最小的 ${terms.each} 名抽中。</li></ol>
<p>摘要都是 SHA-256。在终端里可以自己算一支签：<code>printf '%s' '种子 代码' | sha256sum</code></p>
<h2>种子</h2><table>${rows([
    ['封存的时刻', draw.committedAt],
    ['约定的公开号码', `${draw.source} ${terms.issue}`],
    ['约定的公布时刻', draw.knownAt],
    ['公布的号码', result.number],
    ['号码公布在', result.proof],
    ['封存摘要', commitment],
    ['种子', result.seed],
  ])}</table>
<h2>抽中的</h2><table><tr><th>对象</th><th>签号</th><th>检查人员</th></tr>${rows(
    result.results.map((one) => [
      nameOf(one.object),
      one.lot,
      one.officers.map(({ id }) => names[id]?.name ?? id).join('、'),
    ]),
  )}</table>
<h2>对象名单</h2><table>${rows(terms.objects.map(({ code, name }) => [code, name]))}</table>
<h2>人员名单</h2><table>${rows(terms.officers.map((id) => [id, names[id]?.name ?? '', names[id]?.certificate ?? '']))}</table>
<h2>应当回避的</h2>${
    terms.exclusions.length === 0
      ? '<p>没有。</p>'
      : `<table>${rows(terms.exclusions.map((one) => [nameOf(one.object), names[one.officer]?.name ?? '', one.reason]))}</table>`
  }
<h2>核对所用的数据和程序</h2><script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${checkProgram}</script></main></body></html>
`;
}

/** Plain, short, and not the program of the system: two that were written apart do not err alike. */
export const checkProgram = `
async function digest(text) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
async function lowest(ids, count, textOf) {
  const lots = await Promise.all(ids.map(async (id) => ({ id, lot: await digest(textOf(id)) })));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count);
}
async function redraw({ terms, commitment, number, seed, results }) {
  const faults = [];
  if ((await digest(JSON.stringify(sorted(terms)))) !== commitment) faults.push('名单、数目或者约定的号码与封存摘要不符');
  if ((await digest(commitment + ' ' + number)) !== seed) faults.push('种子不是由封存摘要和公布的号码算出的');
  const objects = await lowest(terms.objects.map((one) => one.code), terms.count, (code) => seed + ' ' + code);
  const again = [];
  for (const { id, lot } of objects) {
    const away = terms.exclusions.filter((one) => one.object === id).map((one) => one.officer);
    const officers = terms.officers.filter((one) => !away.includes(one));
    again.push({ object: id, lot, officers: await lowest(officers, terms.each, (one) => seed + ' ' + id + ' ' + one) });
  }
  if (JSON.stringify(sorted(again)) !== JSON.stringify(sorted(results))) faults.push('重新抽取的结果与所列的不同');
  return faults;
}
if (typeof document !== 'undefined')
  document.getElementById('again').addEventListener('click', async () => {
    const faults = await redraw(JSON.parse(document.getElementById('data').textContent));
    document.getElementById('told').textContent = faults.length === 0 ? '相符：名单、种子、每一支签和抽中的结果都与封存时一致。' : '不符：' + faults.length + ' 处。';
    document.getElementById('faults').replaceChildren(...faults.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  });
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
