/** Rules of the classes that `Derivation` uses; wants the properties of `tokens`. */
export const derivationStyle = `.derivation{max-width:34rem}
.derivation-sentences{margin:0 0 var(--s3);padding-left:1.4em;list-style:decimal}
.derivation-sentences li{margin-bottom:var(--s1)}
.derivation-result{margin:var(--s2) 0 0}
.derivation-provisional{margin-left:var(--s2);padding:0 var(--s2);border-radius:var(--radius);color:var(--warn);background:var(--warn-soft)}
.strip{width:100%;max-width:30rem;border-collapse:separate;border-spacing:2px;table-layout:fixed;font-size:14px;line-height:18px;text-align:center}
.strip-caption{margin-bottom:var(--s1);color:var(--second);text-align:left}
.strip th{padding:2px 0;color:var(--second);font-weight:400;white-space:nowrap}
.strip td{height:38px;padding:2px 0;border-radius:var(--radius);vertical-align:top}
.strip td span{display:block}
.strip td small{display:block;min-height:16px;font-size:12px;line-height:16px;white-space:nowrap}
.strip .strip-counted{background:var(--action-soft)}
.strip .strip-start{box-shadow:inset 0 0 0 1px var(--line)}
.strip .strip-off,.strip .strip-rolled{color:var(--second);background:var(--ground)}
.strip .strip-off small,.strip .strip-rolled small{color:var(--second)}
.strip .strip-makeup{background:var(--action-soft);box-shadow:inset 0 0 0 1px var(--action)}
.strip .strip-due{color:#fff;background:var(--action);font-weight:600}
.strip .strip-lawful{color:#fff;background:var(--danger);font-weight:600}
.strip .strip-omitted{height:auto;padding:var(--s1);color:var(--second);background:none}
`;
