import ts from 'typescript';

/** A name or a literal in a source file, with its line (from 1). */
export interface Mention {
  readonly text: string;
  readonly line: number;
}

/** What the checks look at in a TypeScript file; comments are not part of it. */
export interface Source {
  readonly identifiers: readonly Mention[];
  readonly literals: readonly Mention[];
}

/** Reads the names and the string literals of a TypeScript source. */
export function readSource(text: string, file = 'source.tsx'): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, false);
  const identifiers: Mention[] = [];
  const literals: Mention[] = [];
  const visit = (node: ts.Node): void => {
    const mention = (found: string): Mention => ({
      text: found,
      line: tree.getLineAndCharacterOfPosition(node.pos).line + 1,
    });
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) identifiers.push(mention(node.text));
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      literals.push(mention(node.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { identifiers, literals };
}

/** The words of an identifier in lower case: `fileCaseHTTP2` → file, case, http, 2. */
export function wordsOf(identifier: string): readonly string[] {
  return (identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
