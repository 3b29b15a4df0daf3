/** How the HTML page looks. No `<` and no `&`, so that the page is well-formed XML as well. */
export const style = `
:root { --ink: #1d2328; --dim: #5d6b76; --paper: #fff; --panel: #f4f6f8; --rule: #d5dbe0; --error: #c0262d; --warning: #9a6700; --info: #0a5fb4; --fine: #6b8f71; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ec; --dim: #9aa7b2; --paper: #15191d; --panel: #1f252b; --rule: #38424b; --error: #ff7b80; --warning: #e3b341; --info: #6cb6ff; --fine: #7fb587; } }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
code, pre { font: 13px/1.45 ui-monospace, monospace; } pre { overflow-x: auto; margin: .4rem 0; }
.picture { overflow-x: auto; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; }
svg { display: block; margin: auto; font: 13px system-ui, sans-serif; } svg text { text-anchor: middle; fill: var(--ink); }
svg .strong { font-weight: 600; } svg .dim { fill: var(--dim); font-size: 12px; } svg .count { font-size: 12px; }
svg rect { fill: var(--paper); stroke: var(--fine); stroke-width: 1.5; } svg path { fill: none; stroke: var(--dim); stroke-width: 1.5; }
svg .arc path { stroke-dasharray: 5 4; } svg .arc text { paint-order: stroke; stroke: var(--panel); stroke-width: 4; } svg .node, svg .pill { cursor: pointer; }
svg .error rect, svg .error path, svg path.error { stroke: var(--error); stroke-width: 2.5; }
svg .warning rect, svg .warning path, svg path.warning { stroke: var(--warning); stroke-width: 2; }
svg .info rect, svg .info path, svg path.info { stroke: var(--info); }
form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: .75rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); }
select, input[type=search] { font: inherit; max-width: 18rem; }
article { border-left: 4px solid var(--rule); background: var(--panel); margin: .75rem 0; padding: .5rem 1rem; border-radius: 0 6px 6px 0; overflow-wrap: anywhere; }
article.error { border-color: var(--error); } article.warning { border-color: var(--warning); } article.info { border-color: var(--info); }
article p { margin: .2rem 0; } b.error { color: var(--error); } b.warning { color: var(--warning); } b.info { color: var(--info); } .dim { color: var(--dim); }
[hidden] { display: none; }
`;

/** What filters the page: severities, node, rule and words; a click on the picture does it too. No `<` and no `&`. */
export const script = `
"use strict";
const form = document.querySelector("form");
const articles = Array.from(document.querySelectorAll("article"));
const shown = document.querySelector("output");
function filter() {
  const levels = new Set(Array.from(form.querySelectorAll("input:checked"), (box) => box.value));
  const { node, rule, words } = form.elements;
  const wanted = words.value.toLowerCase();
  let count = 0;
  for (const article of articles) {
    const { severity, nodes, rule: own } = article.dataset;
    const visible = [
      levels.has(severity),
      node.value === "*" || JSON.parse(nodes).includes(node.value),
      rule.value === "*" || rule.value === own,
      article.textContent.toLowerCase().includes(wanted),
    ].every(Boolean);
    article.hidden = !visible;
    count += Number(visible);
  }
  shown.textContent = count + " of " + articles.length + " shown";
}
function pick(event) {
  const thing = event.target.closest("[data-node],[data-find]");
  if (!thing) return;
  const { node, find } = thing.dataset;
  if (node === undefined) form.elements.words.value = form.elements.words.value === find ? "" : find;
  else form.elements.node.value = form.elements.node.value === node ? "*" : node;
  filter();
}
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
for (const picture of document.querySelectorAll("svg")) {
  picture.addEventListener("click", pick);
  picture.addEventListener("keydown", (event) => event.key === "Enter" ? pick(event) : undefined);
}
filter();
`;
