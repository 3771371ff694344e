/** Cells of a table pasted from a spreadsheet (tabs) or read from a CSV file (commas, or semicolons). */
export function readTable(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, '');
  const mark = markOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain[at + 1] === '"') cell += plain[at++];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === mark) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && plain[at + 1] === '\n') at++;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  rows.push([...row, cell]);
  return rows
    .map((cells) => cells.map((one) => one.trim()))
    .filter((cells) => cells.some((one) => one !== ''));
}

/** A spreadsheet puts tabs on the clipboard; of files the first line tells. */
function markOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  if (first.includes('\t')) return '\t';
  const count = (mark: string) => first.split(mark).length;
  const marks = [',', ';', '，'];
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** The text of a file as spreadsheets here write it: UTF-8, else GB18030. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
