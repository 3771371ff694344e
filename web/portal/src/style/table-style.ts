/** Rows as cards: each row a block, each cell with its column's name before it. */
function asCards(scope: string): string {
  return `${scope}.cards,${scope}.cards tbody,${scope}.cards tr,${scope}.cards tbody th{display:block;width:auto}
${scope}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
${scope}.cards tr{padding:.7rem 0;border-bottom:1px solid var(--line)}
${scope}.cards tbody th,${scope}.cards td{padding:0;border:0}
${scope}.cards td{display:flex;width:auto;margin-top:.2rem}
${scope}.cards td::before{flex:0 0 5em;color:var(--second);content:attr(data-label)}
${scope}.cards tbody th>a{display:flex;align-items:center;min-height:var(--control)}
${scope}.cards td>ul{flex:1 1 0;min-width:0}
`;
}

/**
 * A table where there is room, cards where there is not. Widths are fixed because a party may have a name of sixty
 * characters. In 适老模式 letters are a third larger, so the room ends earlier.
 */
export const tableStyle = `.cards{width:100%;margin:0 0 1rem;border-collapse:collapse;table-layout:fixed}
.cards th,.cards td{padding:.6rem .8rem .6rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.cards thead th{color:var(--second);font-size:.9rem;font-weight:400}
.cards tbody th{font-weight:600}
.cards .number{display:block;font-weight:400}
.cards td>ul{margin:0;padding-left:1.2em}
.cards thead th:nth-last-child(4){width:33%}
.cards thead th:nth-last-child(3){width:23%}
.cards thead th:nth-child(4){width:30%}
.cards thead th:nth-child(2):last-child{width:50%}
.dates{font-size:.9rem}
@media (min-width:60rem){.cards thead th:nth-last-child(4){width:36%}.cards thead th:nth-last-child(3){width:25%}.cards thead th:nth-child(4){width:23%}}
@media (max-width:39.99rem){${asCards('')}}
@media (max-width:59.99rem){${asCards('.elder ')}}
@media (max-width:29.99rem){.elder .cards td,.elder .cards td::before{display:block}.elder .site{min-height:2rem}}
`;
