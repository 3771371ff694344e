import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FieldOption } from '../fields/field.ts';
import { decoded, readTable } from './read-table.ts';
import { columns, type Roll, rollOf, unverified } from './roll.ts';

interface RollEntryProps {
  readonly kinds: readonly FieldOption[];
  readonly locked: boolean;
  /** Tells why it does not take the lines, if it does not. */
  readonly onRead: (roll: Roll) => string | undefined;
}

/** Where a table comes in: pasted from a spreadsheet, or from a file. */
export function RollEntry({ kinds, locked, onRead }: RollEntryProps): ReactNode {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');

  function read(from: string): void {
    const roll = rollOf(readTable(from), kinds);
    if (roll.rows.length === 0) {
      setSaid('没有读到一行。请连同首行的栏目名称一起复制，再粘贴到上面。');
      return;
    }
    const refused = onRead(roll);
    if (refused !== undefined) {
      setSaid(refused);
      return;
    }
    setText('');
    setSaid(
      [
        `读入 ${roll.rows.length} 行。`,
        roll.headed
          ? ''
          : `首行没有认出栏目名称，按${columns.map(({ label }) => label).join('、')}的次序读入，请核对。`,
        roll.unknown.length === 0 ? '' : `不认识的栏目没有读入：${roll.unknown.join('、')}。`,
      ].join(''),
    );
  }

  return (
    <section className="panel" aria-labelledby="roll-entry">
      <h2 id="roll-entry">名册</h2>
      <div className="field roll-entry">
        <label htmlFor="roll-text">从电子表格复制，粘贴在这里</label>
        <p id="roll-note" className="field-note small second">
          首行写栏目名称：{columns.map(({ label }) => label).join('、')}
          。只有名称必须有；代码一时查不到的写「{unverified}」。
        </p>
        <Input.TextArea
          id="roll-text"
          aria-describedby="roll-note"
          value={text}
          disabled={locked}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            // A table is read at once; a word or two is being typed.
            if (text.trim() !== '' || !/[\t\n]/.test(pasted)) return;
            event.preventDefault();
            read(pasted);
          }}
        />
        <div className="batch-deeds">
          <Button disabled={locked || text.trim() === ''} onClick={() => read(text)}>
            读入
          </Button>
          <label className="roll-file">
            <input
              type="file"
              className="unseen"
              accept=".csv,.tsv,.txt,text/csv"
              disabled={locked}
              onChange={async (event) => {
                const place = event.target;
                const file = place.files?.[0];
                if (file !== undefined) read(decoded(await file.arrayBuffer()));
                place.value = '';
              }}
            />
            <span>从文件读入</span>
          </label>
          <span className="small second">电子表格另存为逗号分隔的文件即可</span>
        </div>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}
