import ts from 'typescript';

/** Calls whose numbers are positions and widths of text, never amounts of the law. */
const OF_TEXT = new Set(['slice', 'substring', 'charAt', 'padStart', 'padEnd', 'repeat', 'toString', 'at']);

/** Bounds that keep an input within what a screen and a row can hold, as long as they bound text. */
const BOUNDS = new Set(['min', 'max', 'length']);

/** Whether the value a bound is put on is text: `z.string().trim().min(2)`, not `z.array(…).min(2)`. */
function boundsText(call: ts.CallExpression): boolean {
  let at: ts.Expression = call.expression;
  while (ts.isPropertyAccessExpression(at)) {
    const of = at.expression;
    if (!ts.isCallExpression(of)) return false;
    if (ts.isPropertyAccessExpression(of.expression) && of.expression.name.text === 'string') return true;
    at = of.expression;
  }
  return false;
}

function harmless(node: ts.NumericLiteral): boolean {
  const parent = ts.isPrefixUnaryExpression(node.parent) ? node.parent.parent : node.parent;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  const name = parent.expression.name.text;
  return OF_TEXT.has(name) || (BOUNDS.has(name) && boundsText(parent));
}

/**
 * Numbers in this source that could be an amount of a regulation: `line number`. A number of persons, days or
 * fen belongs into a pack; 0 and 1 count and compare, and are not reported.
 */
export function legalNumbers(text: string): readonly string[] {
  const tree = ts.createSourceFile('room.tsx', text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && Number(node.text) > 1 && !harmless(node)) {
      found.push(`${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${Number(node.text)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
