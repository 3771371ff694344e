import ts from 'typescript';

/** Reaching for any of these makes the answer depend on when, where or on what machine it is asked. */
const AMBIENT: Readonly<Record<string, string>> = {
  Date: '时刻从 ctx.now 或 act.occurredAt 取得,日期运算用 core/src/time',
  Intl: '结果随机器的语言而变,用自己的格式函数',
  performance: '没有时钟',
  setTimeout: '没有时钟',
  setInterval: '没有时钟',
  queueMicrotask: '没有异步',
  fetch: '没有网络,由调用者取好传入',
  crypto: '没有随机数,标识由调用者给',
  process: '没有运行环境',
  globalThis: '没有运行环境',
  console: '没有输出,返回数据',
  require: '没有加载器',
  eval: '没有执行',
  Function: '没有执行',
};

/** Methods whose result depends on the locale or zone of the machine. */
const LOCAL = /^(localeCompare|toLocale\w*|getTimezoneOffset)$/;

/** Names that are declared or selected, not read from the surroundings. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return (ts.isPropertyAccessExpression(parent) ? parent.expression : parent.left) === node;
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) {
    return parent.name !== node;
  }
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) && !ts.isJsxAttribute(parent);
}

/** What in this source would make the core depend on its surroundings: `line name:what to do instead`. */
export function impurities(text: string): readonly string[] {
  const tree = ts.createSourceFile('core.ts', text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const note = (node: ts.Node, name: string, instead: string) => {
    found.push(`${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${name}:${instead}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && Object.hasOwn(AMBIENT, node.text) && isReference(node)) {
      note(node, node.text, AMBIENT[node.text] ?? '');
    }
    if (ts.isPropertyAccessExpression(node)) {
      const { name, expression } = node;
      if (LOCAL.test(name.text)) note(node, name.text, '结果随机器的语言或时区而变,请按码位比较或自己格式化');
      if (name.text === 'random' && expression.getText() === 'Math') {
        note(node, 'Math.random', '随机结果在 act 的输入中传入并留存');
      }
    }
    if (ts.isStringLiteral(node) && node.text.startsWith('node:')) {
      note(node, node.text, '读写与网络在 store、evidence、api');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
