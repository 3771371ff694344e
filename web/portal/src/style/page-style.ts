/** Parts of pages: search, doors of the front page, fields, marks, pager. */
export const pageStyle = `.search{margin:0 0 1.6rem;padding:1rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--ground)}
.search label{font-size:1.1rem;font-weight:600}
.hint{margin:.1rem 0 .6rem;color:var(--second);font-size:.9rem}
.search-row{display:flex;flex-wrap:wrap;margin:0 0 -.5rem}
.search input{flex:1000 1 10rem;min-width:0;min-height:var(--control);margin:0 .5rem .5rem 0;padding:0 .7rem;border:1px solid #6b7280;border-radius:var(--radius);background:var(--paper);-webkit-appearance:none;appearance:none}
.search button{flex:1 0 auto;min-height:var(--control);margin:0 0 .5rem;padding:0 1.6rem;border:0;border-radius:var(--radius);color:#fff;background:var(--action);font-weight:600;cursor:pointer}
.search button:hover{background:#003eb3}
.gates{max-width:none;padding:0;list-style:none}
.gates li{padding:.4rem 0}
.gates a,.more{display:inline-flex;align-items:center;min-height:var(--control)}
.gates a{font-size:1.1rem;font-weight:600}
.gates p{margin:0;color:var(--second)}
.count{color:var(--second)}
.empty{max-width:42em;padding:1rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--ground)}
.empty>:last-child{margin-bottom:0}
.summary{padding:.2rem 0 .2rem 1rem;border-left:4px solid var(--ink);font-size:1.15rem}
.contents ul{display:flex;flex-wrap:wrap;max-width:none;margin:0;padding:0;list-style:none}
.contents li{margin:0 1.5rem 0 0}
.contents a{display:inline-flex;align-items:center;min-height:var(--control)}
.contents+h2{margin-top:1rem}
.fields{margin:0 0 .8rem}
.field{padding:.55rem 0;border-bottom:1px solid var(--line)}
.field:last-child{border-bottom:0}
.field dt{color:var(--second)}
.field dd{margin:0}
.field p{margin-bottom:.4rem}
.field p:last-child{margin-bottom:0}
.mark{display:inline-block;margin-right:.4rem;padding:0 .5rem;border-radius:var(--radius);font-size:.9rem;font-weight:600}
.day+.mark{margin-left:.6rem}
.wait{color:var(--warn);background:var(--warn-soft)}
.good{color:var(--good);background:var(--good-soft)}
.late{color:var(--danger);background:var(--danger-soft)}
.pager{display:flex;flex-wrap:wrap;align-items:center;margin-top:1.2rem}
.pager>*{margin-right:1.2rem}
.pager a{display:inline-flex;align-items:center;min-height:var(--control);padding:0 1.2rem;border:1px solid var(--action);border-radius:var(--radius)}
@media (min-width:40rem){html:not(.elder) .field{display:flex}html:not(.elder) .field dt{flex:0 0 9em;padding-right:1em}html:not(.elder) .field dd{flex:1 1 0;min-width:0}}
@media (min-width:60rem){.elder .field{display:flex}.elder .field dt{flex:0 0 9em;padding-right:1em}.elder .field dd{flex:1 1 0;min-width:0}}
`;
